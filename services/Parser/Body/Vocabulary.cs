namespace Dateline.Parser.Body;

/// <summary>Words that lines around an article are made of, by kind, in the main languages.</summary>
internal static class Vocabulary
{
    private static readonly string[] Kinds =
    [
        "share shares sharing teilen partager compartir compartilhar condividi delen udostępnij поделиться paylaş 分享 シェア tweet facebook twitter whatsapp linkedin pinterest instagram telegram reddit print drucken imprimer imprimir",
        "follow join folgen suivez síguenos siga seguici like likes channel kanal community",
        "subscribe subscribed subscription subscriber subscribers newsletter newsletters inbox sign signup login log register abonnieren abo abonnez suscríbete assine iscriviti подписаться подпишитесь 订阅 membership member members",
        "read reading lesen lire leer leia leggi lees watch listen also auch aussi también também anche ook читать читайте também",
        "related more recommended mehr plus más mais trending popular latest similar previous next weitere meistgelesen neueste suivant précédent anterior siguiente похожие 相关 関連 stories articles posts",
        "comment comments reply replies kommentar kommentare commentaire commentaires comentario comentarios comentário комментарии commenti reactie reacties responses discussion",
        "copyright rights reserved terms policy privacy disclaimer license licence rechte vorbehalten droits réservés derechos reservados impressum datenschutz republish republished",
        "advertisement advertisements sponsored anzeige werbung publicité publicidad affiliate affiliates commission commissions partner partners реклама 广告",
        "cookie cookies consent gdpr einwilligung",
        "author autor auteur writer editor reporter contributor correspondent columnist journalist redaktion redaktor freelance biography bio profile graduated degree university specializes covers contributed writes blogger founder ceo professor",
        "photo photos photograph image images picture foto bild bilder credit courtesy getty reuters afp dpa shutterstock pexels unsplash caption source quelle fuente photographer imago picture-alliance фото",
        "tag tags tagged topics categories category filed themen keywords labels schlagworte étiquettes etiquetas",
        "published updated posted min minutes ago uhr aktualisiert veröffentlicht publié mis actualizado publicado обновлено опубликовано edt est gmt utc",
        "click tap here download hier klicken ici aquí clique clicca link links",
        "contact call phone tel email mail e-mail website visit address www http https com",
        "buy shop price prices cart order sale discount shipping free deals kaufen preis comprar acheter",
        "you your you're yours",
        "we our us i my me",
        "he she his her they their said says told according",
        "loading javascript browser enable skip menu search close open toggle error back home top",
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "conclusion faq faqs question questions summary introduction overview contents references sources notes",
        "the a of and to in is was that for der die das und le la les et el los de il un una het van и в на",
    ];

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Words = Kinds.Index()
        .SelectMany(kind => kind.Item.Split(' ').Select(word => (word, kind.Index)))
        .DistinctBy(pair => pair.word)
        .ToDictionary(pair => pair.word, pair => pair.Index, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words of a passage that are looked at: lines of furniture are short, and prose shows itself at once.</summary>
    private const int MaxWords = 60;

    public static int Count => Kinds.Length + 1;

    /// <summary>For each kind the share of the text's first words, then the kind of the very first word.</summary>
    public static void Read(ReadOnlySpan<char> text, Span<float> shares)
    {
        shares[..Count].Clear();
        var words = 0;
        shares[Kinds.Length] = -1;
        for (var i = 0; i < text.Length && words < MaxWords;)
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (i > start && text[i] is '\'' or '’' or '-')))
                i++;
            if (i == start)
            {
                i++;
                continue;
            }

            if (Words.TryGetValue(text[start..i], out var kind))
            {
                shares[kind]++;
                if (words == 0)
                    shares[Kinds.Length] = kind;
            }

            words++;
        }

        if (words == 0)
            return;
        for (var i = 0; i < Kinds.Length; i++)
            shares[i] /= words;
    }
}
