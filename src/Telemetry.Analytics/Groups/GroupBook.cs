using Microsoft.EntityFrameworkCore;
using Telemetry.Analytics.Registry.Store;

namespace Telemetry.Analytics.Groups;

/// <summary>Groups beside the orders they are made of, in one file: a copy holds both or neither.</summary>
internal sealed class GroupBook(RegistryFile file) : IGroups
{
    private readonly Lock _gate = new();

    /// <inheritdoc />
    public bool Open(OrderGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        lock (_gate)
        {
            using var context = file.Open();
            if (context.Groups.Any(row => row.Id == group.Id))
            {
                return false;
            }

            context.Groups.Add(GroupRow.From(group));
            context.GroupItems.AddRange(group.Items.Select((item, place) => GroupItemRow.From(group.Id, place, item)));
            context.SaveChanges();
            return true;
        }
    }

    /// <inheritdoc />
    public void Give(Guid group, int place, Guid order)
    {
        lock (_gate)
        {
            using var context = file.Open();
            if (context.GroupItems.Find(group, place) is not { Order: null } row)
            {
                throw new InvalidOperationException("There is no such place in a group, or its order was given before.");
            }

            row.Order = order;
            context.SaveChanges();
        }
    }

    /// <inheritdoc />
    public void Close(Guid group, GroupEnd end)
    {
        lock (_gate)
        {
            using var context = file.Open();
            if (context.Groups.Find(group) is { End: null } row)
            {
                row.End = (int)end;
                context.SaveChanges();
            }
        }
    }

    /// <inheritdoc />
    public OrderGroup? Find(Guid group)
    {
        using var context = file.Open();
        return Groups(context, context.Groups.Where(row => row.Id == group)).FirstOrDefault();
    }

    /// <inheritdoc />
    public IReadOnlyList<OrderGroup> Newest(int most, string? by = null)
    {
        using var context = file.Open();
        return Groups(context, context.Groups.Where(row => by == null || row.By == by).OrderByDescending(row => row.AtMs).Take(Math.Max(0, most)));
    }

    private static List<OrderGroup> Groups(RegistryContext context, IQueryable<GroupRow> chosen)
    {
        var rows = chosen.AsNoTracking().ToList();
        var ids = rows.Select(row => row.Id).ToList();
        var items = context.GroupItems.AsNoTracking().Where(row => ids.Contains(row.Group)).AsEnumerable().ToLookup(row => row.Group);
        return [.. rows.Select(row => row.ToModel([.. items[row.Id].OrderBy(item => item.Place).Select(item => item.ToModel())]))];
    }
}
