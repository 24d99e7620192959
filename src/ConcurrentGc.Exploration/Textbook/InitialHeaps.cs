namespace ConcurrentGc.Exploration.Textbook;

/// <summary>The states that a question begins with: white and free objects, and a collector that has not started.</summary>
internal static class InitialHeaps
{
    /// <summary>The states.</summary>
    /// <param name="question">What is asked.</param>
    public static IEnumerable<TextbookState> Of(TextbookQuestion question) =>
        question.EveryHeap ? Every(question) : [Chain(question)];

    /// <summary>Register 0 holds object 1, whose field 0 holds object 2; all others are free.</summary>
    private static TextbookState Chain(TextbookQuestion question)
    {
        var state = new TextbookState { Operations = question.Operations ?? 0 };
        for (var number = 1; number <= Math.Min(2, question.Objects); number++)
        {
            state.Paint(number, TextbookColor.White);
        }

        state.SetRegister(0, 1);
        if (question.Objects > 1)
        {
            state.Store(1, 0, 2);
        }

        return state;
    }

    /// <summary>Each set of allocated objects, with everything that fields and registers can hold: null or one of them.</summary>
    private static IEnumerable<TextbookState> Every(TextbookQuestion question)
    {
        for (var allocated = 0; allocated < 1 << question.Objects; allocated++)
        {
            int[] numbers = [.. Enumerable.Range(1, question.Objects).Where(number => (allocated & (1 << (number - 1))) != 0)];
            var words = 2 + (2 * numbers.Length);
            var digits = new int[words];
            do
            {
                yield return Fill(question, numbers, digits);
            }
            while (CountUp(digits, numbers.Length));
        }
    }

    private static TextbookState Fill(TextbookQuestion question, int[] numbers, int[] digits)
    {
        var state = new TextbookState { Operations = question.Operations ?? 0 };
        state.SetRegister(0, ObjectOf(digits[0]));
        state.SetRegister(1, ObjectOf(digits[1]));
        for (var i = 0; i < numbers.Length; i++)
        {
            state.Paint(numbers[i], TextbookColor.White);
            state.Store(numbers[i], 0, ObjectOf(digits[2 + (2 * i)]));
            state.Store(numbers[i], 1, ObjectOf(digits[3 + (2 * i)]));
        }

        return state;

        int ObjectOf(int digit) => digit == 0 ? 0 : numbers[digit - 1];
    }

    /// <summary>The next number, whose digits are 0 to <paramref name="largest"/>; false when all were.</summary>
    private static bool CountUp(int[] digits, int largest)
    {
        for (var i = 0; i < digits.Length; i++)
        {
            if (digits[i]++ < largest)
            {
                return true;
            }

            digits[i] = 0;
        }

        return false;
    }
}
