using MudBlazor;

namespace Dateline.Dashboard.Components;

/// <summary>Asks before something is done that costs or cannot be taken back.</summary>
internal static class Confirmation
{
    public static async Task<bool> AskAsync(IDialogService dialogs, string title, string consequence, string action) =>
        await dialogs.ShowMessageBoxAsync(title, consequence, yesText: action, cancelText: "Cancel") == true;
}
