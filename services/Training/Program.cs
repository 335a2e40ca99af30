using System.CommandLine;
using Dateline.Training.Extraction;
using Dateline.Training.Language;
using Dateline.Training.Words;

return new RootCommand("Makes the models and tables that the parser and the enricher ship, from a folder of open data.")
{
    ExtractionCommand.Create(),
    LanguageCommand.Create(),
    WordsCommand.Create(),
}.Parse(args).Invoke();
