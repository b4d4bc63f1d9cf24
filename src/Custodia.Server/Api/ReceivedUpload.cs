namespace Custodia.Server.Api;

/// <summary>The file of a request: raw, with its name in the address, or as the first file of a multipart form.</summary>
internal static class ReceivedUpload
{
    /// <summary>Receives it.</summary>
    /// <returns>Its name.</returns>
    /// <exception cref="BadHttpRequestException">A form without one file.</exception>
    public static async Task<string> Read(HttpContext context, MemoryStream content)
    {
        var request = context.Request;
        if (!request.HasFormContentType)
        {
            await request.Body.CopyToAsync(content, context.RequestAborted);
            return (string?)request.Query["name"] ?? "upload";
        }

        var form = await request.ReadFormAsync(context.RequestAborted);
        if (form.Files.Count != 1)
            throw new BadHttpRequestException("One file is expected.");
        await form.Files[0].CopyToAsync(content, context.RequestAborted);
        return form.Files[0].FileName;
    }
}
