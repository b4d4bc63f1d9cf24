namespace Custodia.Server.Hosting;

/// <summary>Signs a checkpoint every minute in which the journal has grown, and stops the server when the journal fails.</summary>
internal sealed partial class CheckpointService(
    DataFolder folder, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<CheckpointService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(60);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        var failed = folder.Journal.Failed;
        try
        {
            while (true)
            {
                var tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
                if (await Task.WhenAny(tick, failed) == failed)
                    break;
                if (!await tick)
                    return;
                Sign();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }

        var reason = await failed;
        LogFailed(logger, folder.Root, reason.InnerException?.Message ?? reason.Message);
        lifetime.StopApplication();
    }

    // A full disk keeps a checkpoint from being written, not the journal from being read: the next minute tries again.
    private void Sign()
    {
        try
        {
            folder.Checkpoint();
        }
        catch (IOException exception)
        {
            LogNotWritten(logger, folder.Root, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No checkpoint was written in {Folder}: {Reason} Check the disk.")]
    private static partial void LogNotWritten(ILogger logger, string folder, string reason);

    [LoggerMessage(Level = LogLevel.Critical,
        Message = "The journal in {Folder} failed and nothing more is taken: {Reason} Check the disk, then start again.")]
    private static partial void LogFailed(ILogger logger, string folder, string reason);
}
