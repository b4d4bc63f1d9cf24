using System.Security.Cryptography;
using Custodia.Books;
using Custodia.Commitments.Cooperation.Commands;
using Custodia.Commitments.Cooperation.Facts;

namespace Custodia.Commitments.Cooperation.Matrix;

/// <summary>Decides what the matrix says, and what was reported.</summary>
internal static class MatrixDecisions
{
    public static Decision Decide(CooperationBook book, FillMatrix command, DecisionContext context)
    {
        var template = MatrixTemplate.Current;
        var checks = new Checks(context.Today)
            .That(command.Template == template.Id, CooperationRefusals.TemplateUnknown, "template", template.Id, command.Template);
        if (!checks.IsRight)
            return checks.Or(() => new MatrixFilled(command));
        checks.Length(command.Cells, "cells", 1, template.Cells.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in command.Cells.Take(template.Cells.Count))
            Check(checks, template, cell, seen);
        if (!checks.IsRight)
            return checks.Or(() => new MatrixFilled(command));
        // What stands there already is not said again: so a file can be handed in twice.
        List<FilledCell> changed = [.. command.Cells.Where(cell => book.CellOf(cell.Cell, View.Everything)?.Cell != cell)];
        return changed.Count == 0 ? Decision.Accept() : Decision.Accept(new MatrixFilled(command with { Cells = changed }));
    }

    public static Decision Decide(CooperationBook book, SendMatrix command, DecisionContext context)
    {
        var cells = MatrixQueries.Cells(book, new View(long.MaxValue, command.On));
        var said = cells.Count(cell => cell.Filled is not null);
        return new Checks(context.Today).Done(command.On).Text(command.Document, "document", Checks.MaxName).Optional(command.Note, "note")
            .That(said > 0, CooperationRefusals.MatrixEmpty, "on", found: $"{command.On:yyyy-MM-dd}")
            .That(!book.Reports.Any(sent => sent.Report.Sent.Document == command.Document), CooperationRefusals.ReportTwice, "document",
                found: command.Document)
            .Or(() => new MatrixSent(command, MatrixTemplate.Current.Id, said,
                Convert.ToHexStringLower(SHA256.HashData(MatrixFile.Of(MatrixTemplate.Current.Id, cells).ToJson()))));
    }

    private static void Check(Checks checks, MatrixTemplate template, FilledCell cell, HashSet<string> seen)
    {
        var field = cell.Cell is { Length: > 0 and <= 20 } id ? id : "cells";
        if (template.Find(cell.Cell) is null)
        {
            checks.That(false, CooperationRefusals.CellUnknown, "cells", found: cell.Cell);
            return;
        }

        checks.That(seen.Add(cell.Cell), CooperationRefusals.CellTwice, field)
            .Done(cell.On, field).Optional(cell.Note, field)
            .Optional(cell.Clause, field, Checks.MaxName).Optional(cell.Document, field, Checks.MaxName)
            .That(cell.Entry is not < 0, CooperationRefusals.AmountWrong, field, "0 …", $"{cell.Entry}")
            .That(cell.Value != MatrixValue.Yes || cell.Clause is not null || cell.Document is not null || cell.Entry is not null,
                CooperationRefusals.EvidenceMissing, field)
            .That(cell.Value != MatrixValue.NotApplicable || cell.Note is not null, CooperationRefusals.ReasonMissing, field);
    }
}
