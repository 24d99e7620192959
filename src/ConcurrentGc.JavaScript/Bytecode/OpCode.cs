namespace ConcurrentGc.JavaScript.Bytecode;

/// <summary>The instruction set.</summary>
/// <remarks>A, B, C, D: operands of <see cref="Instruction"/>; r[x]: a register of the frame. Jumps add D to their own place.</remarks>
internal enum OpCode : ushort
{
    /// <summary>r[A] = Word, a small integer or an immovable object.</summary>
    LoadWord,

    /// <summary>r[A] = oddball B; becomes <see cref="LoadWord"/> at load.</summary>
    LoadOddball,

    /// <summary>r[A] = the function that runs.</summary>
    LoadCallee,

    /// <summary>r[A] = the double whose bits are Word; B is the constant that holds it boxed.</summary>
    LoadDouble,

    /// <summary>r[A] = constant D.</summary>
    LoadConstant,

    /// <summary>r[A] = the built-in named by constant D.</summary>
    LoadBuiltIn,

    /// <summary>r[A] = r[B].</summary>
    Move,

    /// <summary>r[A] = module variable D.</summary>
    LoadGlobal,

    /// <summary>As <see cref="LoadGlobal"/>; throws when not initialized (name: constant B), else becomes it.</summary>
    LoadGlobalChecked,

    /// <summary>Module variable D = r[A].</summary>
    StoreGlobal,

    /// <summary>r[A] = slot D of the context in r[B].</summary>
    LoadContext,

    /// <summary>Slot D of the context in r[B] = r[A].</summary>
    StoreContext,

    /// <summary>r[A] = slot D of the function's context, C contexts out.</summary>
    LoadOuter,

    /// <summary>Slot D of the function's context, C contexts out = r[A].</summary>
    StoreOuter,

    /// <summary>Throws a ReferenceError when r[A] is the hole; name: constant D.</summary>
    ThrowIfHole,

    /// <summary>Throws a ReferenceError when r[0] is the hole: super() has not been called.</summary>
    CheckThis,

    /// <summary>r[A] = a new context of C variables, all undefined; previous: r[B], or the function's own when B is 0.</summary>
    NewContext,

    /// <summary>r[A] = a copy of the context in r[A].</summary>
    CopyContext,

    /// <summary>r[A] = a closure of function D; its context is r[B], or the function's own when B is 0.</summary>
    NewClosure,

    /// <summary>r[A] = r[B] + r[C].</summary>
    Add,

    /// <summary>r[A] = r[B] - r[C].</summary>
    Subtract,

    /// <summary>r[A] = r[B] * r[C].</summary>
    Multiply,

    /// <summary>r[A] = r[B] / r[C].</summary>
    Divide,

    /// <summary>r[A] = r[B] % r[C].</summary>
    Remainder,

    /// <summary>r[A] = r[B] ** r[C].</summary>
    Power,

    /// <summary>r[A] = r[B] &amp; r[C].</summary>
    And,

    /// <summary>r[A] = r[B] | r[C].</summary>
    Or,

    /// <summary>r[A] = r[B] ^ r[C].</summary>
    Xor,

    /// <summary>r[A] = r[B] &lt;&lt; r[C].</summary>
    ShiftLeft,

    /// <summary>r[A] = r[B] >> r[C].</summary>
    ShiftRight,

    /// <summary>r[A] = r[B] >>> r[C].</summary>
    ShiftRightUnsigned,

    /// <summary>r[A] = r[B] + D.</summary>
    AddInteger,

    /// <summary>r[A] = r[B] - D.</summary>
    SubtractInteger,

    /// <summary>r[A] = r[B] * D.</summary>
    MultiplyInteger,

    /// <summary>r[A] = r[B] / D.</summary>
    DivideInteger,

    /// <summary>r[A] = r[B] % D.</summary>
    RemainderInteger,

    /// <summary>r[A] = r[B] &amp; D.</summary>
    AndInteger,

    /// <summary>r[A] = r[B] | D.</summary>
    OrInteger,

    /// <summary>r[A] = r[B] ^ D.</summary>
    XorInteger,

    /// <summary>r[A] = r[B] &lt;&lt; D.</summary>
    ShiftLeftInteger,

    /// <summary>r[A] = r[B] >> D.</summary>
    ShiftRightInteger,

    /// <summary>r[A] = r[B] >>> D.</summary>
    ShiftRightUnsignedInteger,

    /// <summary>r[A] = number of r[B], plus D.</summary>
    Increment,

    /// <summary>r[A] = number of r[B].</summary>
    ToNumber,

    /// <summary>r[A] = string of r[B].</summary>
    ToText,

    /// <summary>r[A] = -r[B].</summary>
    Negate,

    /// <summary>r[A] = ~r[B].</summary>
    Invert,

    /// <summary>r[A] = !r[B].</summary>
    Not,

    /// <summary>r[A] = typeof r[B].</summary>
    TypeOf,

    /// <summary>r[A] = r[B] &lt; r[C].</summary>
    Less,

    /// <summary>r[A] = r[B] &lt;= r[C].</summary>
    LessEqual,

    /// <summary>r[A] = r[B] > r[C].</summary>
    Greater,

    /// <summary>r[A] = r[B] >= r[C].</summary>
    GreaterEqual,

    /// <summary>r[A] = r[B] === r[C].</summary>
    StrictEqual,

    /// <summary>r[A] = r[B] !== r[C].</summary>
    StrictNotEqual,

    /// <summary>r[A] = r[B] == r[C].</summary>
    LooseEqual,

    /// <summary>r[A] = r[B] != r[C].</summary>
    LooseNotEqual,

    /// <summary>r[A] = r[B] in r[C].</summary>
    In,

    /// <summary>r[A] = r[B] instanceof r[C].</summary>
    InstanceOf,

    /// <summary>Jumps by D.</summary>
    Jump,

    /// <summary>Jumps back by D; the loop costs C instructions; A loops lie around it; a safepoint.</summary>
    JumpLoop,

    /// <summary>Jumps when r[B] is truthy.</summary>
    JumpIfTrue,

    /// <summary>Jumps when r[B] is falsy.</summary>
    JumpIfFalse,

    /// <summary>Jumps when r[B] is null.</summary>
    JumpIfNull,

    /// <summary>Jumps when r[B] is not null.</summary>
    JumpIfNotNull,

    /// <summary>Jumps when r[B] is undefined.</summary>
    JumpIfUndefined,

    /// <summary>Jumps when r[B] is not undefined.</summary>
    JumpIfNotUndefined,

    /// <summary>Jumps when r[B] is null or undefined.</summary>
    JumpIfNullish,

    /// <summary>Jumps when r[B] is neither null nor undefined.</summary>
    JumpIfNotNullish,

    /// <summary>Jumps when r[B] &lt; r[C].</summary>
    JumpIfLess,

    /// <summary>Jumps unless r[B] &lt; r[C].</summary>
    JumpUnlessLess,

    /// <summary>Jumps when r[B] &lt;= r[C].</summary>
    JumpIfLessEqual,

    /// <summary>Jumps unless r[B] &lt;= r[C].</summary>
    JumpUnlessLessEqual,

    /// <summary>Jumps when r[B] > r[C].</summary>
    JumpIfGreater,

    /// <summary>Jumps unless r[B] > r[C].</summary>
    JumpUnlessGreater,

    /// <summary>Jumps when r[B] >= r[C].</summary>
    JumpIfGreaterEqual,

    /// <summary>Jumps unless r[B] >= r[C].</summary>
    JumpUnlessGreaterEqual,

    /// <summary>Jumps when r[B] === r[C].</summary>
    JumpIfStrictEqual,

    /// <summary>Jumps when r[B] !== r[C].</summary>
    JumpIfStrictNotEqual,

    /// <summary>Jumps when r[B] == r[C].</summary>
    JumpIfLooseEqual,

    /// <summary>Jumps when r[B] != r[C].</summary>
    JumpIfLooseNotEqual,

    /// <summary>Jumps when r[B] &lt; C as an integer.</summary>
    JumpIfLessInteger,

    /// <summary>Jumps unless r[B] &lt; C as an integer.</summary>
    JumpUnlessLessInteger,

    /// <summary>Jumps when r[B] &lt;= C as an integer.</summary>
    JumpIfLessEqualInteger,

    /// <summary>Jumps unless r[B] &lt;= C as an integer.</summary>
    JumpUnlessLessEqualInteger,

    /// <summary>Jumps when r[B] > C as an integer.</summary>
    JumpIfGreaterInteger,

    /// <summary>Jumps unless r[B] > C as an integer.</summary>
    JumpUnlessGreaterInteger,

    /// <summary>Jumps when r[B] >= C as an integer.</summary>
    JumpIfGreaterEqualInteger,

    /// <summary>Jumps unless r[B] >= C as an integer.</summary>
    JumpUnlessGreaterEqualInteger,

    /// <summary>Jumps when r[B] === C as an integer.</summary>
    JumpIfStrictEqualInteger,

    /// <summary>Jumps when r[B] !== C as an integer.</summary>
    JumpIfStrictNotEqualInteger,

    /// <summary>r[A] = r[B].name; cache D.</summary>
    GetField,

    /// <summary>As <see cref="GetField"/>, for a callee: expects to find it in a prototype.</summary>
    GetMethod,

    /// <summary>r[A] = r[B].length; cache D.</summary>
    GetLength,

    /// <summary>r[A].name = r[B]; cache D.</summary>
    SetField,

    /// <summary>As <see cref="SetField"/>; expects to add the property.</summary>
    AddField,

    /// <summary>Defines own property r[A].name = r[B]; cache D.</summary>
    DefineField,

    /// <summary>r[A] = r[B][r[C]].</summary>
    GetElement,

    /// <summary>r[A][r[B]] = r[C].</summary>
    SetElement,

    /// <summary>Defines own property r[A][r[B]] = r[C].</summary>
    DefineElement,

    /// <summary>r[A] = property (name D, or key r[C] when D is negative) of the home object's prototype; this = r[B].</summary>
    GetSuper,

    /// <summary>r[A] = object literal D from r[B] on, C values.</summary>
    NewObject,

    /// <summary>r[A] = array literal from r[B] on, C values; cache D; the capacity follows in the cache.</summary>
    NewArray,

    /// <summary>r[A] = copy of constant array literal D (cache C).</summary>
    CopyArray,

    /// <summary>r[A] = {} with room for D properties.</summary>
    NewEmptyObject,

    /// <summary>Calls r[B - 2] with this = r[B] and C arguments; result in r[A].</summary>
    Call,

    /// <summary>As <see cref="Call"/> with this = undefined.</summary>
    CallPlain,

    /// <summary>As <see cref="CallPlain"/>; the function is module variable D, which never changes.</summary>
    CallGlobal,

    /// <summary>Constructs r[B - 2] with C arguments; result in r[A].</summary>
    New,

    /// <summary>As <see cref="New"/>; the constructor is module variable D, which never changes.</summary>
    NewGlobal,

    /// <summary>Calls the parent constructor with C arguments from r[B]; result in r[A].</summary>
    CallSuper,

    /// <summary>Calls the parent constructor with all arguments of this frame; result in r[A].</summary>
    ForwardSuper,

    /// <summary>this (r[0]) = r[B], once only.</summary>
    BindThis,

    /// <summary>Returns r[B].</summary>
    Return,

    /// <summary>Returns this: the end of a base class constructor.</summary>
    ReturnThis,

    /// <summary>Returns from a derived constructor, whose value is r[B].</summary>
    ReturnDerived,

    /// <summary>Throws r[B].</summary>
    Throw,

    /// <summary>Throws the error of kind A with the message in constant D.</summary>
    ThrowError,

    /// <summary>r[A] = class D, parent r[B] (the hole: none), context r[C] or the function's own when C is 0; prototype goes to r[A + 1].</summary>
    NewClass,

    /// <summary>Home object of closure r[A] = r[B].</summary>
    SetHome,

    /// <summary>r[A] = the method that makes an iterator of r[B]; throws when there is none.</summary>
    LoadIteratorMethod,

    /// <summary>Throws when r[A] is no object: as an iterator when D is 0, else as the result of next or return.</summary>
    CheckObject,

    /// <summary>Throws when r[A] cannot be taken apart; first property: constant D.</summary>
    CheckDestructured,

    /// <summary>Takes a value r[A], and whether there was none r[A + 1], from the iterator r[B] and jumps by D; goes on when next r[B + 1] must be called.</summary>
    StepIterator,

    /// <summary>r[A] = whether property r[C] of r[B] is gone after an attempt to delete it; throws when D is 1 and it is not.</summary>
    Delete,

    /// <summary>Appends r[B] to the array r[A].</summary>
    Append,

    /// <summary>r[A] = built-in function D of C arguments from r[B + 1] on.</summary>
    CallLibrary,

    /// <summary>The module ends.</summary>
    Halt,

    /// <summary>A statement begins, in a traced program.</summary>
    Statement,

    /// <summary>Goes to the call of the next callback; sleeps, or ends the program, when there is none.</summary>
    NextTask,

    /// <summary>Flag beside a jump or a return of unoptimized code: what it passes is counted.</summary>
    Counted = 0x8000,
}
