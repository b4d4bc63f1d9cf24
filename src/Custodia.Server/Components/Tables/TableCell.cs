using Microsoft.AspNetCore.Components;

namespace Custodia.Server.Components.Tables;

/// <summary>A cell that a page may draw in its own way.</summary>
/// <typeparam name="TRow">A row of the list.</typeparam>
/// <param name="Column">Name of the column.</param>
/// <param name="Row">The row.</param>
/// <param name="Plain">The cell as the list draws it by itself.</param>
public readonly record struct TableCell<TRow>(string Column, TRow Row, RenderFragment Plain);
