using Custodia.People.Access;
using Custodia.Server.SignIn;

namespace Custodia.Server.Access;

/// <summary>Puts what happens at the door into the access log.</summary>
internal sealed partial class DoorJournal(AccessLog log, ILogger<DoorJournal> logger) : IAccessJournal
{
    public void SignedIn(string person, string session, string methods, string? address) => Write(DoorEvent.SignedIn, person);

    public void SignInFailed(string? person, SignInFailure failure, string? address) => Write(DoorEvent.SignInFailed, person ?? "");

    public void LockedOut(string person, DateTimeOffset until, string? address) => Write(DoorEvent.LockedOut, person);

    public void SignedOut(string person, string session) => Write(DoorEvent.SignedOut, person);

    public void SessionRevoked(string person, string session, string by) => Write(DoorEvent.SessionRevoked, person, by);

    public void SecondFactorChanged(string person, SecondFactorChange change, string by) =>
        Write(DoorEvent.SecondFactorChanged, person, by);

    public void PasswordChanged(string person, string by) => Write(DoorEvent.PasswordChanged, person, by);

    public void EnrolmentOpened(string person, string by) => Write(DoorEvent.EnrolmentMade, person, by);

    public void TokenMade(string person, string token, string name, DateTimeOffset expires, string by) =>
        Write(DoorEvent.TokenMade, person, by);

    public void TokenRevoked(string person, string token, string by) => Write(DoorEvent.TokenRevoked, person, by);

    public void PasskeyAdded(string person, string passkey, string name) => Write(DoorEvent.PasskeysChanged, person);

    public void PasskeyRemoved(string person, string passkey, string by) => Write(DoorEvent.PasskeysChanged, person, by);

    public void CertificateChanged(string person, string thumbprint, bool isAdded, string by) =>
        Write(DoorEvent.CertificateChanged, person, by);

    // Whoever stands at the door does not wait for the journal; that it failed is the journal's own alarm.
    private void Write(DoorEvent happened, string person, string? by = null) =>
        _ = log.Door(happened, person, by == person ? null : by).ContinueWith(
            failed => LogLost(logger, happened, person, failed.Exception!.GetBaseException().Message),
            CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Happened} of {Person} was not recorded: {Reason}")]
    private static partial void LogLost(ILogger logger, DoorEvent happened, string person, string reason);
}
