namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>A place to jump to, known or not yet.</summary>
internal sealed class Label
{
    /// <summary>Instruction it stands at; minus one: not yet known.</summary>
    public int Target { get; set; } = -1;

    /// <summary>Jumps that wait for it.</summary>
    public List<int> Jumps { get; } = [];
}
