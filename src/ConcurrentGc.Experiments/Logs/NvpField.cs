using System.Globalization;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>One name=value field of an nvp line.</summary>
/// <param name="Name">V8's name.</param>
/// <param name="Decimals">Digits after the point.</param>
/// <param name="Value">The value; null when the model has none, which prints zero.</param>
/// <param name="Suffix">What follows the number: a percent sign or nothing.</param>
internal sealed record NvpField(string Name, int Decimals, Func<NvpSample, double>? Value = null, string Suffix = "")
{
    private readonly string _format = "F" + Decimals.ToString(CultureInfo.InvariantCulture);

    /// <summary>A main-thread scope in milliseconds.</summary>
    /// <param name="name">V8's name.</param>
    /// <param name="decimals">Digits after the point.</param>
    /// <param name="phase">The phase that has this scope.</param>
    public static NvpField Scope(string name, int decimals, CollectionPhase phase) =>
        new(name, decimals, sample => sample.Row.Phases[phase] / 1e6);

    /// <summary>A helper threads' scope in milliseconds.</summary>
    /// <param name="name">V8's name.</param>
    /// <param name="decimals">Digits after the point.</param>
    /// <param name="phase">The phase that has this scope.</param>
    public static NvpField Background(string name, int decimals, CollectionPhase phase) =>
        new(name, decimals, sample => sample.Row.BackgroundPhases[phase] / 1e6);

    /// <summary>A number of the cycle as it is.</summary>
    /// <param name="name">V8's name.</param>
    /// <param name="statistic">The number.</param>
    public static NvpField Count(string name, Statistic statistic) => new(name, 0, sample => sample.Row[statistic]);

    /// <summary>One number of the cycle as percent of another; zero when there is nothing to divide by.</summary>
    /// <param name="name">V8's name.</param>
    /// <param name="part">The number.</param>
    /// <param name="whole">What it is compared with.</param>
    public static NvpField Percent(string name, Statistic part, Statistic whole) => new(
        name,
        1,
        sample => sample.Row[whole] == 0 ? 0 : 100.0 * sample.Row[part] / sample.Row[whole],
        "%");

    /// <summary>The field as V8 prints it.</summary>
    /// <param name="sample">A cycle.</param>
    public string Show(in NvpSample sample) =>
        $"{Name}={(Value?.Invoke(sample) ?? 0).ToString(_format, CultureInfo.InvariantCulture)}{Suffix}";
}
