using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>How documents of <c>orinoco explore</c> are written.</summary>
internal static class ExploreJson
{
    /// <summary>Indented, names in lower case with dashes.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
