using Dateline.Host.Commands;

return await DatelineCommand.RunAsync(args);
