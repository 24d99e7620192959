namespace ConcurrentGc.JavaScript.Shapes;

/// <summary>What objects of one shape have in common: words in the side region. Owner: the mutator.</summary>
internal struct Shape
{
    /// <summary>Header of new objects: it carries size and number.</summary>
    public long Header;

    /// <summary>Index of the prototype in the table of prototypes.</summary>
    public int Prototype;

    /// <summary>Shape before the last property was added; minus one: this is a root.</summary>
    public int Parent;

    /// <summary>Root of the tree.</summary>
    public int Root;

    /// <summary>Number of the name of the last property; minus one at a root.</summary>
    public int Name;

    /// <summary>Number of named properties.</summary>
    public int Properties;

    /// <summary>How many of them lie in the object.</summary>
    public int Capacity;

    /// <summary>First shape that adds a property to this one; minus one: none.</summary>
    public int FirstChild;

    /// <summary>Next shape with the same parent; minus one: none.</summary>
    public int NextSibling;

    /// <summary>What values the last property has had; only rises.</summary>
    public Representation Representation;

    /// <summary>Instances until the size of the tree's objects is settled; zero: it is.</summary>
    public int SlackLeft;

    /// <summary>Non-zero: one object has this shape, and it is the prototype of others.</summary>
    public int IsPrototype;

    /// <summary>Properties that were added by a computed key.</summary>
    public int Computed;
}
