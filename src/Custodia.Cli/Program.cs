using Custodia.Cli;

return await CustodiaCommand.Run(args);
