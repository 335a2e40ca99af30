using Dateline.Contracts;

namespace Dateline.Parser.Tests.Body;

/// <summary>Pages in scripts that the training pages hardly show.</summary>
public sealed class ScriptTests
{
    /// <summary>Paragraphs without spaces between words, the links around with the same markup as anywhere.</summary>
    [Fact]
    public void Finds_a_chinese_story()
    {
        string[] story =
        [
            "湖滨市港务委员会星期二晚间表决通过，将北防波堤延长四十米，结束了三年多来令全市居民意见分歧的争论。",
            "委员会主席林美兰在会后对记者表示，工程将于明年春季渔汛结束之后开工，预计需要十一个月才能完成。",
            "两年前一场风暴使两艘停泊的渔船沉没，此后渔民一直要求加长堤坝，而旅馆业主则担心海湾的景色会被遮挡。",
            "工程费用约为九百万元，其中百分之六十由省政府承担，其余部分由市政府通过提高游艇停泊费来筹集。",
        ];

        Read("zh", "湖滨市将延长防波堤", story, "相关新闻", "渡轮罢工进入第二周", "版权所有 湖滨日报").ShouldBe(story);
    }

    [Fact]
    public void Finds_a_japanese_story()
    {
        string[] story =
        [
            "湖畔市の港湾委員会は火曜日の夜、北防波堤を四十メートル延長することを決め、三年以上続いた論争に終止符を打った。",
            "委員長の森田恵子氏は会議の後、工事はニシン漁の時期が終わる来春に始まり、十一か月ほどかかる見通しだと記者団に語った。",
            "嵐で係留中の船二隻が沈んで以来、漁業者は堤防の延長を求めてきたが、ホテル経営者は湾の眺めが損なわれると心配していた。",
            "費用は九百万円で、六割を県が負担する。残りは市がヨットの係留料を引き上げてまかなう予定だという。",
        ];

        Read("ja", "湖畔市、防波堤を延長へ", story, "関連記事", "フェリーのスト二週目に", "無断転載を禁じます").ShouldBe(story);
    }

    [Fact]
    public void Finds_an_arabic_story()
    {
        string[] story =
        [
            "صوّت مجلس ميناء مدينة البحيرة مساء الثلاثاء على إطالة حاجز الأمواج الشمالي أربعين مترا، منهيا خلافا قسّم أهالي المدينة أكثر من ثلاث سنوات.",
            "وقالت رئيسة المجلس مريم الحلو للصحفيين بعد الاجتماع إن العمل سيبدأ في الربيع عند انتهاء موسم الصيد، وإنه سيستغرق أحد عشر شهرا.",
            "وكان الصيادون يطالبون بالجدار منذ أن أغرقت عاصفة قاربين راسيين، في حين خشي أصحاب الفنادق أن يحجب المنظر على الخليج.",
            "وستتحمل الدولة ستين في المئة من الكلفة البالغة تسعة ملايين، وعلى المدينة أن تجد الباقي برفع رسوم رسو اليخوت.",
        ];

        Read("ar", "المدينة تطيل حاجز الأمواج", story, "أخبار ذات صلة", "إضراب العبّارات يدخل أسبوعه الثاني", "جميع الحقوق محفوظة").ShouldBe(story);
    }

    [Fact]
    public void Finds_a_russian_story()
    {
        string[] story =
        [
            "Портовый совет Приозёрска во вторник вечером проголосовал за удлинение северного волнореза на сорок метров, завершив спор, который разделял город более трёх лет.",
            "Работы начнутся весной, когда закончится сезон лова сельди, и займут одиннадцать месяцев, сообщила журналистам после заседания председатель совета Марина Холт.",
            "Рыбаки просили об этом с тех пор, как шторм потопил две лодки у причала, а владельцы гостиниц боялись, что стена закроет вид на залив.",
            "Государство оплатит шестьдесят процентов стоимости в девять миллионов. Остальное город должен найти сам и для этого повысит плату за стоянку яхт.",
        ];

        Read("ru", "Город удлинит волнорез", story, "Читайте также", "Забастовка паромов идёт вторую неделю", "Все права защищены").ShouldBe(story);
    }

    private static IEnumerable<string> Read(string language, string title, string[] story, string related, string other, string rights)
    {
        var page = $"""
            <!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title><meta property="og:type" content="article"></head><body>
            <div class="nav"><ul><li><a href="/a">{other[..4]}</a></li><li><a href="/b">{related[..4]}</a></li></ul></div>
            <div class="content"><h1>{title}</h1><div class="text">{string.Concat(story.Select(paragraph => $"<p>{paragraph}</p>"))}</div>
            <div class="related"><h3>{related}</h3><ul><li><a href="/1">{other}</a></li><li><a href="/2">{title}</a></li></ul></div></div>
            <div class="footer"><p>{rights}</p></div></body></html>
            """;
        return Samples.Article(page).Blocks.Where(block => block.Kind == BlockKind.Paragraph).Select(block => block.Text);
    }
}
