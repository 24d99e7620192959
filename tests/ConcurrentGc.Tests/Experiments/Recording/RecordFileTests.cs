using ConcurrentGc.Experiments;
using ConcurrentGc.Experiments.Recording;
using ConcurrentGc.Orinoco.Recording;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Recording;

public sealed class RecordFileTests
{
    private static readonly byte[] _record = Record("fifo.default");

    [Fact]
    public void What_is_written_is_read()
    {
        var expected = new EntryList();
        RecordedRun.Write(GoldTables.Read("fifo.default"), expected);
        var found = new EntryList();

        var count = RecordFile.Read("record", new MemoryStream(_record), found);

        Assert.Equal(expected.Entries, found.Entries);
        Assert.Equal(expected.Entries.Count, count);
    }

    [Fact]
    public void Equal_runs_give_equal_bytes()
    {
        Assert.Equal(_record, Record("fifo.default"));
    }

    [Fact]
    public void The_format_is_frozen()
    {
        using var stream = new MemoryStream();
        using (var sink = new BinaryRecordSink(stream))
        {
            sink.Append(new RecordEntry(1, 2, EventKind.PauseBegin, 3, -1, long.MaxValue));
        }

        Assert.Equal(
            "4F52494E4F434F0A0100000028000000" +
            "01000000000000000200000006000000" + "0300000000000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFF7F" +
            "00000000000000000000000000000000" + "000000000000000000000000000000000100000000000000",
            Convert.ToHexString(stream.ToArray()[..^16]));
    }

    [Fact]
    public void An_entry_keeps_its_isolate()
    {
        var entry = new RecordEntry(1, 2, EventKind.PauseEnd, 3, 4, 5) { Isolate = 15 };
        using var stream = new MemoryStream();
        using (var sink = new BinaryRecordSink(stream))
        {
            sink.Append(entry);
        }

        var found = new EntryList();
        RecordFile.Read("record", new MemoryStream(stream.ToArray()), found);

        Assert.Equal([entry], found.Entries);
    }

    [Fact]
    public void A_record_that_was_cut_anywhere_is_refused()
    {
        for (var length = 0; length < _record.Length; length += 997)
        {
            Refused(_record[..length]);
        }

        Refused(_record[..^1]);
    }

    [Fact]
    public void A_record_with_one_changed_byte_is_refused()
    {
        for (var index = 0; index < _record.Length; index += 997)
        {
            var changed = _record.ToArray();
            changed[index] ^= 0x10;
            Refused(changed);
        }
    }

    [Fact]
    public void A_record_with_something_after_its_end_is_refused()
    {
        Refused([.. _record, 0]);
    }

    [Fact]
    public void A_record_of_another_version_is_refused_by_its_number()
    {
        var changed = _record.ToArray();
        changed[8] = 2;

        Assert.Equal("record: found version 2, allowed: 1", Refused(changed).Message);
    }

    [Fact]
    public void A_record_is_exported_as_JSON_lines()
    {
        using var output = new StringWriter();
        using var sink = new JsonLinesRecordSink(output);

        sink.Append(new RecordEntry(5, 1, EventKind.CycleBegin, 1, (long)CycleKind.Scavenge, 1));
        sink.Append(new RecordEntry(6, 1, EventKind.Statistic, 1, (long)Statistic.Promoted, 40));
        sink.Append(new RecordEntry(7, 2, EventKind.ProgramEnd, 0, 0, 3));

        Assert.Equal(
            """
            {"time":5,"isolate":0,"actor":1,"kind":"CycleBegin","epoch":1,"subject":"Scavenge","value":1}
            {"time":6,"isolate":0,"actor":1,"kind":"Statistic","epoch":1,"subject":"Promoted","value":40}
            {"time":7,"isolate":0,"actor":2,"kind":"ProgramEnd","epoch":0,"subject":0,"value":3}

            """,
            output.ToString());
    }

    private static InvalidInputException Refused(byte[] bytes) => Assert.Throws<InvalidInputException>(
        () => RecordFile.Read("record", new MemoryStream(bytes), new EntryList()));

    private static byte[] Record(string name)
    {
        using var stream = new MemoryStream();
        using (var sink = new BinaryRecordSink(stream))
        {
            RecordedRun.Write(GoldTables.Read(name), sink);
        }

        return stream.ToArray();
    }

    private sealed class EntryList : IRecordSink
    {
        public List<RecordEntry> Entries { get; } = [];

        public void Append(in RecordEntry entry) => Entries.Add(entry);
    }
}
