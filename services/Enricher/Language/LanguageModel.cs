using System.Text;

namespace Dateline.Enricher.Language;

/// <summary>
/// Naive Bayes over character n-grams in eight bits: for each n-gram, how much likelier it is in some languages than
/// where it was never seen. Made by the training tool; loaded once.
/// </summary>
internal sealed class LanguageModel
{
    private static readonly Lazy<LanguageModel> Embedded = new(() =>
    {
        using var file = EmbeddedModel.Languages.Open();
        return Load(file);
    });

    private readonly uint[] _keys;
    private readonly int[] _rows;
    private readonly int _mask;
    private readonly byte[] _entries;

    public LanguageModel(IReadOnlyList<ModelLanguage> languages, float scale, IReadOnlyList<(uint Key, byte[] Row)> features)
    {
        Languages = languages;
        Scale = scale;
        Features = features;

        var capacity = 1;
        while (capacity < features.Count * 2 + 1)
            capacity *= 2;

        _mask = capacity - 1;
        _keys = new uint[capacity];
        _rows = new int[capacity];
        var entries = new MemoryStream();
        entries.WriteByte(0); // Row 0 means "no such key".
        foreach (var (key, row) in features)
        {
            var slot = (int)key & _mask;
            while (_rows[slot] != 0)
                slot = slot + 1 & _mask;

            _keys[slot] = key;
            _rows[slot] = (int)entries.Position;
            entries.WriteByte((byte)(row.Length / 2));
            entries.Write(row);
        }

        _entries = entries.ToArray();
    }

    public static LanguageModel Default => Embedded.Value;

    public IReadOnlyList<ModelLanguage> Languages { get; }

    /// <summary>What one step of a weight is worth, in nats.</summary>
    public float Scale { get; }

    /// <summary>Sorted by key. A row is pairs of a language's index and its weight.</summary>
    public IReadOnlyList<(uint Key, byte[] Row)> Features { get; }

    /// <summary>Pairs of language index and weight for an n-gram; empty when the model does not know it.</summary>
    public ReadOnlySpan<byte> Row(uint key)
    {
        for (var slot = (int)key & _mask; ; slot = slot + 1 & _mask)
        {
            var row = _rows[slot];
            if (row == 0)
                return default;

            if (_keys[slot] == key)
                return _entries.AsSpan(row + 1, _entries[row] * 2);
        }
    }

    public static LanguageModel Load(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var scale = reader.ReadSingle();
        var languages = new ModelLanguage[reader.ReadByte()];
        for (var i = 0; i < languages.Length; i++)
        {
            var code = reader.ReadString();
            var scripts = reader.ReadUInt64();
            var floors = new float[NGrams.MaxOrder];
            for (var order = 0; order < floors.Length; order++)
                floors[order] = reader.ReadSingle();

            languages[i] = new ModelLanguage(code, scripts, floors);
        }

        var features = new (uint, byte[])[reader.ReadInt32()];
        var key = 0u;
        for (var i = 0; i < features.Length; i++)
        {
            key += (uint)reader.Read7BitEncodedInt();
            features[i] = (key, reader.ReadBytes(reader.ReadByte() * 2));
        }

        return new LanguageModel(languages, scale, features);
    }

    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Scale);
        writer.Write((byte)Languages.Count);
        foreach (var language in Languages)
        {
            writer.Write(language.Code);
            writer.Write(language.Scripts);
            foreach (var floor in language.Floors)
                writer.Write(floor);
        }

        writer.Write(Features.Count);
        var previous = 0u;
        foreach (var (key, row) in Features)
        {
            writer.Write7BitEncodedInt((int)(key - previous));
            writer.Write((byte)(row.Length / 2));
            writer.Write(row);
            previous = key;
        }
    }
}
