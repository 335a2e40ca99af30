namespace Dateline.Storage.Search;

/// <summary>Carries a mistake in a request's parameters to the filter that answers it with a 400.</summary>
internal sealed class SearchMistakeException(SearchProblem problem) : Exception(problem.Title)
{
    public SearchProblem Problem => problem;

    public static SearchMistakeException In(string parameter, string title, string whatToDo) => new(new SearchProblem(title, whatToDo, parameter));
}
