using System.Reflection;
using System.Text.Json;
using ConcurrentGc.Exploration.Hosting;

namespace ConcurrentGc.Exploration.Explaining;

/// <summary>Words for messages and states of roles, which are looked up by name: a role shows nothing of itself.</summary>
internal static class RoleWords
{
    /// <summary>The verb of a message.</summary>
    /// <param name="message">The message.</param>
    public static string Verb(object message) =>
        message.GetType().GetProperty("Verb")?.GetValue(message) is { } verb ? Words(verb) : "work";

    /// <summary>A member of an enumeration in small words.</summary>
    /// <param name="member">The member.</param>
    public static string Words(object member) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString()!).Replace('-', ' ');

    /// <summary>The value of a field of a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="field">The field's name.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The value; the default where the role has no such field.</returns>
    public static T? Field<T>(object role, string field) =>
        role.GetType().GetField(field, BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(role) is T value ? value : default;

    /// <summary>What was sent to an actor in a step.</summary>
    /// <param name="before">The actor before.</param>
    /// <param name="now">The actor behind it.</param>
    /// <param name="tookOne">Whether the step was its own and took a message.</param>
    public static IEnumerable<string> Sent(SeatView before, SeatView now, bool tookOne) =>
        now.Waiting.Skip(before.Waiting.Count - (tookOne ? 1 : 0)).Select(Verb);
}
