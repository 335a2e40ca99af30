using System.CommandLine;
using Dateline.Training.Language;
using Dateline.Training.Words;

return new RootCommand("Makes the models and tables that the enricher ships, from a folder of open data.")
{
    LanguageCommand.Create(),
    WordsCommand.Create(),
}.Parse(args).Invoke();
