using System.Collections.Concurrent;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.People.Facts;

namespace Custodia.People;

/// <summary>
/// The book of people (人員): organisations, persons and devices, roles, appointments, clearances, certificates, and
/// emergency access. It says who may do and see what; secrets are never in it.
/// </summary>
/// <param name="permissions">Every permission that a command or query of the node states: a role may hold no other.</param>
public sealed class PeopleBook(IReadOnlySet<string> permissions) : Book
{
    private readonly Dictionary<string, (Stamp Stamp, Organisation Organisation)> _organisations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Stamp Stamp, Organisation Organisation)>> _organisationVersions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Stamp Stamp, Role Role)>> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HolderFile> _holders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Stamp Stamp, Post Post)>> _posts = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Grant> _grants = [];
    private readonly Dictionary<long, Emergency> _emergencies = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _owners = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Name => "people";

    /// <inheritdoc/>
    public override KindTable Kinds => PeopleKinds.Table;

    /// <inheritdoc/>
    public override Catalogue Catalogue => PeopleCatalogue.Instance;

    /// <inheritdoc/>
    public override string ReadPermission => PeoplePermissions.Read;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorFormula> Indicators => PeopleIndicators.All;

    /// <summary>Every permission that exists.</summary>
    public IReadOnlySet<string> Permissions => permissions;

    /// <summary>The organisations as they stand now, by id.</summary>
    public IReadOnlyDictionary<string, (Stamp Stamp, Organisation Organisation)> Organisations => _organisations;

    /// <summary>The persons and devices by id.</summary>
    public IReadOnlyDictionary<string, HolderFile> Holders => _holders;

    /// <summary>Emergency access by its entry.</summary>
    public IReadOnlyDictionary<long, Emergency> Emergencies => _emergencies;

    /// <summary>The organisations as a view knows them, in no order.</summary>
    public IEnumerable<Organisation> OrganisationsIn(View view) =>
        from organisation in _organisationVersions
        let known = organisation.Value.FindLast(version => view.Knows(version.Stamp.Sequence))
        where known.Organisation is not null
        select known.Organisation;

    /// <summary>The posts as they stand on a view's day, in no order.</summary>
    public IEnumerable<(Stamp Stamp, Post Post)> PostsIn(View view) =>
        from post in _posts.Values
        let known = post.FindLast(version => view.Sees(version.Stamp.Sequence, version.Post.From))
        where known.Post is not null
        select known;

    /// <summary>The post of an id as it was set last, or <c>null</c>.</summary>
    public Post? PostOf(string id) => _posts.GetValueOrDefault(id)?[^1].Post;

    /// <summary>The roles as a view knows them, by id.</summary>
    public IEnumerable<(Stamp Stamp, Role Role)> Roles(View view) =>
        from role in _roles
        let known = role.Value.FindLast(version => view.Knows(version.Stamp.Sequence))
        where known.Role is not null
        orderby role.Key
        select known;

    /// <summary>The role of an id as it stands now, or <c>null</c>.</summary>
    public Role? RoleOf(string id) => _roles.GetValueOrDefault(id)?[^1].Role;

    /// <summary>The role of an id as a view knows it, or <c>null</c>.</summary>
    public Role? RoleOf(string id, View view) =>
        _roles.GetValueOrDefault(id)?.FindLast(version => view.Knows(version.Stamp.Sequence)).Role;

    /// <summary>The grant that an entry gave, or <c>null</c>.</summary>
    public Grant? GrantOf(long entry) => _grants.GetValueOrDefault(entry);

    /// <summary>Whether anything was ever given at exactly that place.</summary>
    public bool HasGrantsAt(string place) => _grants.Values.Any(grant =>
        grant.Fact is Appointed appointed ? appointed.Place == place : grant.Fact is ClearanceGranted cleared && cleared.Place == place);

    /// <inheritdoc/>
    public override IReadOnlyList<string> PlacesAround(string place) => _owners.GetValueOrDefault(place, []);

    /// <inheritdoc/>
    protected override DateOnly DayOf(Fact fact) => fact switch
    {
        HolderRegistered registered => registered.Holder.From,
        HolderLeft left => left.LastDay,
        PostSet set => set.Post.From,
        Appointed appointed => appointed.From,
        ClearanceGranted granted => granted.From,
        CertificateRecorded recorded => recorded.Issued,
        // How long it holds is told of it from its first day on.
        GrantEnded ended => _grants[ended.Entry].From,
        CertificateWithdrawn withdrawn => _grants[withdrawn.Entry].From,
        // No indicator asks for it.
        GlassBroken or GlassReviewed => DateOnly.MaxValue,
        _ => DateOnly.MinValue,
    };

    /// <inheritdoc/>
    protected override void Apply(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case OrganisationRegistered registered:
                Apply(stamp, registered.Organisation);
                break;
            case RoleAdopted adopted:
                if (!_roles.TryGetValue(adopted.Role.Id, out var versions))
                    _roles.Add(adopted.Role.Id, versions = []);
                versions.Add((stamp, adopted.Role));
                break;
            case PostSet set:
                if (!_posts.TryGetValue(set.Post.Id, out var posts))
                    _posts.Add(set.Post.Id, posts = []);
                posts.Add((stamp, set.Post));
                break;
            case HolderRegistered registered:
                _holders.Add(registered.Holder.Id, new HolderFile(stamp, registered.Holder));
                break;
            case HolderLeft left:
                _holders[left.Holder].Left = (stamp, left);
                break;
            case GlassBroken broken:
                var emergency = new Emergency(stamp, broken);
                _emergencies.Add(stamp.Sequence, emergency);
                _holders[broken.Holder].Emergencies.Add(emergency);
                break;
            case GlassReviewed reviewed:
                _emergencies[reviewed.Entry].Review = (stamp, reviewed);
                break;
            case Withheld:
                break;
            default:
                ApplyGrant(stamp, fact);
                break;
        }
    }

    private void ApplyGrant(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case Appointed appointed:
                Add(_holders[appointed.Holder].Appointments, new Grant(stamp, fact, appointed.From, appointed.Until));
                break;
            case ClearanceGranted granted:
                Add(_holders[granted.Holder].Clearances, new Grant(stamp, fact, granted.From, granted.Until));
                break;
            case CertificateRecorded recorded:
                Add(_holders[recorded.Holder].Certificates, new Grant(stamp, fact, recorded.Issued, recorded.ValidUntil));
                break;
            case GrantEnded ended:
                _grants[ended.Entry].End = (stamp, ended.LastDay, ended.Reason);
                break;
            case CertificateWithdrawn withdrawn:
                _grants[withdrawn.Entry].End = (stamp, withdrawn.LastDay, withdrawn.Reason);
                break;
            default:
                throw new InvalidOperationException($"The book of people has no fold for {fact.GetType().Name}.");
        }
    }

    private void Add(List<Grant> grants, Grant grant)
    {
        grants.Add(grant);
        _grants.Add(grant.Stamp.Sequence, grant);
    }

    private void Apply(in Stamp stamp, Organisation organisation)
    {
        _organisations[organisation.Id] = (stamp, organisation);
        if (!_organisationVersions.TryGetValue(organisation.Id, out var versions))
            _organisationVersions.Add(organisation.Id, versions = []);
        versions.Add((stamp, organisation));
        var own = Places.Of("organisation", organisation.Id);
        foreach (var (place, owners) in _owners)
            _owners[place] = [.. owners.Where(owner => owner != own)];
        foreach (var place in organisation.Places)
            _owners[place] = [.. _owners.GetValueOrDefault(place, []), own];
    }
}
