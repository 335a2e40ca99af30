namespace Dateline.Enricher.Language;

/// <summary>Writing systems the language model tells apart. Values stand in the model file: only append.</summary>
internal enum Script
{
    Other = 0,
    Latin = 1,
    Cyrillic = 2,
    Greek = 3,
    Armenian = 4,
    Hebrew = 5,
    Arabic = 6,
    Devanagari = 7,
    Bengali = 8,
    Gurmukhi = 9,
    Gujarati = 10,
    Odia = 11,
    Tamil = 12,
    Telugu = 13,
    Kannada = 14,
    Malayalam = 15,
    Sinhala = 16,
    Thai = 17,
    Lao = 18,
    Tibetan = 19,
    Burmese = 20,
    Georgian = 21,
    Hangul = 22,
    Ethiopic = 23,
    Khmer = 24,
    Han = 25,
    Kana = 26,
    Thaana = 27,
}
