// Classes that extend Error (ECMA-262 20.5.1.1)
class AppError extends Error { constructor(code) { super('code ' + code); this.code = code; } describe() { return this.message + '/' + this.code; } }
class NotFound extends AppError { constructor() { super(404); this.name = 'NotFound'; } }
try { throw new NotFound(); } catch (e) {
  console.log(e instanceof NotFound, e instanceof AppError, e instanceof Error, e instanceof TypeError);
  console.log(e.name, e.message, e.code, e.describe());
}
console.log(new AppError(1).name);
