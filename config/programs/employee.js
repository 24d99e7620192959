// employee
// A few statements for --trace-stack: a constructor, calls three deep, numbers in the frames and objects on the heap.
// Allocates:
//   Employee   class, 3 fields (name, salary, sales), a fourth (bonus) is added later
'use strict';
const BONUS_PERCENTAGE = 10;

class Employee {
  constructor(name, salary, sales) {
    this.name = name;
    this.salary = salary;
    this.sales = sales;
  }
}

function bonusPercentageOf(salary) {
  const percentage = (salary * BONUS_PERCENTAGE) / 100;
  return percentage;
}

function bonusOf(salary, sales) {
  const percentage = bonusPercentageOf(salary);
  const bonus = percentage * sales;
  return bonus;
}

const john = new Employee('John', 5000, 5);
john.bonus = bonusOf(john.salary, john.sales);
console.log('employee', john.bonus);
