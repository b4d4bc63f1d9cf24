using System.Text.Json;
using Custodia.Books;

namespace Custodia.Server.Questions;

/// <summary>A case to be evaluated.</summary>
/// <param name="Files">The files of the case by name.</param>
/// <param name="Details">Whether the answer has the contributions too.</param>
public sealed record BalanceRequest(
    [Meaning("The files of the case by name: case.json and its tables", "案例檔案（以檔名為欄位）：case.json 及各表")] JsonElement Files,
    [Meaning("Add ITMUF, GEMUF V5B3, the contributions to the variance, and the inventory readings that were taken",
        "附加 ITMUF、GEMUF V5B3、變異數貢獻及所取用之存量讀值")] bool Details = false);
