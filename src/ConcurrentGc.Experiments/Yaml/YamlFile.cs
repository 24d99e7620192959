using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ConcurrentGc.Experiments.Yaml;

/// <summary>Opens a file of settings in YAML.</summary>
internal static class YamlFile
{
    /// <summary>Reads a file with a parser of its text.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <param name="parse">Turns name and text into what the file describes.</param>
    /// <typeparam name="T">What the file describes.</typeparam>
    /// <exception cref="InvalidInputException">The file cannot be read, or the parser refuses it.</exception>
    public static T Read<T>(string path, Func<string, TextReader, T> parse)
    {
        try
        {
            using var text = new StreamReader(path);
            return parse(path, text);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw InvalidInputException.Unreadable(path, problem);
        }
    }

    /// <summary>Parses a text that holds one document.</summary>
    /// <param name="path">The name that errors show.</param>
    /// <param name="text">YAML.</param>
    /// <param name="what">What the document is, for messages: <c>machine</c>.</param>
    /// <returns>Its mapping.</returns>
    /// <exception cref="InvalidInputException">Not YAML, not one document, or no mapping.</exception>
    public static YamlSection Parse(string path, TextReader text, string what)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(text);
        }
        catch (YamlException problem)
        {
            throw InvalidInputException.At(
                path, problem.Start.Line, problem.Start.Column, $"not YAML: {problem.Message}");
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException)
        {
            // What the parser itself does not see as malformed: escapes without a character, keys without an end.
            throw InvalidInputException.In(path, $"not YAML: {problem.Message}");
        }

        return yaml.Documents.Count == 1
            ? new YamlSection(path, string.Empty, yaml.Documents[0].RootNode)
            : throw InvalidInputException.In(path, $"found {yaml.Documents.Count} documents, allowed: one {what}");
    }
}
