using Dateline.Enricher.Language;

namespace Dateline.Enricher.Tests.Language;

public sealed class LanguageIdentifierTests
{
    private readonly LanguageIdentifier _identifier = new(LanguageModel.Default);

    [Theory]
    [InlineData("en", "The mayor promised to repair the old bridge before winter.")]
    [InlineData("de", "Der Bürgermeister versprach, die alte Brücke noch vor dem Winter zu reparieren.")]
    [InlineData("fr", "Le maire a promis de réparer le vieux pont avant l'hiver.")]
    [InlineData("es", "El alcalde prometió reparar el viejo puente antes del invierno.")]
    [InlineData("pt", "O prefeito prometeu consertar a ponte velha antes do inverno, mas não disse como.")]
    [InlineData("it", "Il sindaco ha promesso di riparare il vecchio ponte prima dell'inverno.")]
    [InlineData("nl", "De burgemeester beloofde de oude brug nog voor de winter te herstellen.")]
    [InlineData("sv", "Borgmästaren lovade att laga den gamla bron före vintern.")]
    [InlineData("pl", "Burmistrz obiecał naprawić stary most jeszcze przed zimą.")]
    [InlineData("cs", "Starosta slíbil, že starý most opraví ještě před zimou.")]
    [InlineData("fi", "Pormestari lupasi korjata vanhan sillan ennen talvea.")]
    [InlineData("hu", "A polgármester megígérte, hogy még a tél előtt megjavítják a régi hidat.")]
    [InlineData("tr", "Belediye başkanı eski köprüyü kıştan önce onarmaya söz verdi.")]
    [InlineData("ro", "Primarul a promis că va repara podul vechi înainte de iarnă.")]
    [InlineData("vi", "Thị trưởng hứa sẽ sửa cây cầu cũ trước mùa đông.")]
    [InlineData("id", "Wali kota berjanji akan memperbaiki jembatan tua itu karena warga sudah lama mengeluh.")]
    [InlineData("sw", "Meya aliahidi kukarabati daraja la zamani kabla ya msimu wa mvua.")]
    [InlineData("ru", "Мэр пообещал отремонтировать старый мост до наступления зимы.")]
    [InlineData("uk", "Мер пообіцяв відремонтувати старий міст ще до зими.")]
    [InlineData("bg", "Кметът обеща да ремонтира стария мост преди зимата.")]
    [InlineData("ar", "وعد رئيس البلدية بإصلاح الجسر القديم قبل حلول الشتاء.")]
    [InlineData("fa", "شهردار قول داد که پل قدیمی را پیش از زمستان تعمیر کند.")]
    [InlineData("hi", "महापौर ने सर्दियों से पहले पुराने पुल की मरम्मत करने का वादा किया है।")]
    [InlineData("el", "Ο δήμαρχος υποσχέθηκε να επισκευάσει την παλιά γέφυρα πριν από τον χειμώνα.")]
    [InlineData("he", "ראש העיר הבטיח לתקן את הגשר הישן לפני החורף.")]
    [InlineData("ko", "시장은 겨울이 오기 전에 낡은 다리를 고치겠다고 약속했다.")]
    [InlineData("ja", "市長は冬が来る前に古い橋を修理すると約束した。")]
    [InlineData("zh", "市长承诺在冬天到来之前修好这座旧桥。")]
    [InlineData("th", "นายกเทศมนตรีสัญญาว่าจะซ่อมสะพานเก่าก่อนฤดูหนาว")]
    [InlineData("ka", "მერმა პირობა დადო, რომ ძველ ხიდს ზამთრამდე შეაკეთებს.")]
    public void Recognises_a_sentence(string language, string sentence) =>
        _identifier.Identify(sentence).Code.ShouldBe(language);

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("2023-03-30 12:45 – 17.5 %")]
    [InlineData("OK")]
    [InlineData("\ud800\u0000")]
    [InlineData("https://example.com/the-mayor-promised @reporter")]
    public void Does_not_guess_without_evidence(string text) =>
        _identifier.Identify(text).ShouldBe(LanguageGuess.Undetermined);

    [Fact]
    public void Believes_the_text_more_than_the_declaration() =>
        _identifier.Identify("The mayor promised to repair the old bridge before winter.", "fr").Code.ShouldBe("en");

    [Theory]
    [InlineData("hr", "hr")]
    [InlineData("bs-Latn-BA", "bs")]
    public void Lets_the_declaration_decide_between_languages_that_are_about_equally_likely(string declared, string expected) =>
        _identifier.Identify("Predsjednik je danas posjetio grad.", declared).Code.ShouldBe(expected);

    [Fact]
    public void Takes_a_name_in_another_script_for_what_it_is() =>
        _identifier.Identify("Компания Microsoft Corporation открыла новый офис в столице.").Code.ShouldBe("ru");

    [Fact]
    public void Is_surer_of_a_long_text_than_of_a_short_one()
    {
        var word = _identifier.Identify("Nachrichten").Confidence;
        var sentence = _identifier.Identify("Die Nachrichten des Tages hören Sie um acht Uhr.").Confidence;

        sentence.ShouldBeGreaterThan(word);
        sentence.ShouldBeLessThanOrEqualTo(1);
    }
}
