using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Fetcher.Ledger;

/// <summary>How journeys and feed hints are written into the ledger.</summary>
internal static class LedgerJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new InvalidDataException($"The ledger holds no {typeof(T).Name} where one belongs.");
}
