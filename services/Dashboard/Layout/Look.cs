using MudBlazor;

namespace Dateline.Dashboard.Layout;

/// <summary>
/// What MudBlazor's components are told about fonts and corners. Colours are in theme.css, for both themes: a style sheet knows
/// the browser's theme before the first paint, a component only after it.
/// </summary>
internal static class Look
{
    private static readonly string[] Fonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Noto Sans", "Liberation Sans", "Arial", "sans-serif"];

    public static readonly MudTheme Theme = new()
    {
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Fonts, TextTransform = "none", FontWeight = "600", LetterSpacing = "normal" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
    };
}
