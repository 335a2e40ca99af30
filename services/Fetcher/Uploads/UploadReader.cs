using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Dateline.Fetcher.Uploads;

/// <summary>Reads the files out of a request: multipart, or one raw body.</summary>
public sealed class UploadReader(IOptions<UploadOptions> options)
{
    /// <exception cref="BadHttpRequestException">Too many or too large, with what to do.</exception>
    public async Task<IReadOnlyList<UploadedFile>> ReadAsync(HttpRequest request, string? url, CancellationToken cancellationToken)
    {
        var limits = options.Value;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = limits.MaxRequestBytes;
        return request.HasFormContentType
            ? await ReadFormAsync(request, url, limits, cancellationToken)
            : [await ReadBodyAsync(request, url, limits, cancellationToken)];
    }

    private static async Task<IReadOnlyList<UploadedFile>> ReadFormAsync(HttpRequest request, string? url, UploadOptions limits, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(new FormOptions
        {
            MultipartBodyLengthLimit = limits.MaxRequestBytes,
            ValueCountLimit = limits.MaxFiles,
            MemoryBufferThreshold = 64 << 10,
        }, cancellationToken);
        if (form.Files.Count > limits.MaxFiles)
            throw new BadHttpRequestException($"The request has {form.Files.Count} files; send at most {limits.MaxFiles} at a time.", StatusCodes.Status413PayloadTooLarge);

        var origin = form.Files.Count != 1 ? null : form["url"] is [{ Length: > 0 } given] ? given : Said(url);
        var files = new List<UploadedFile>(form.Files.Count);
        foreach (var file in form.Files)
        {
            if (file.Length > limits.MaxFileBytes)
                throw TooLarge(file.FileName, limits);
            await using var stream = file.OpenReadStream();
            files.Add(File(
                Path.GetFileName(file.FileName), file.ContentType, Said(file.Headers.ContentLocation) ?? origin, Said(file.Headers["X-Fetched-At"]), await BytesAsync(stream, file.Length, cancellationToken)));
        }

        return files;
    }

    private static async Task<UploadedFile> ReadBodyAsync(HttpRequest request, string? url, UploadOptions limits, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[64 << 10];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > limits.MaxFileBytes)
                throw TooLarge("The body", limits);
            buffer.Write(chunk, 0, read);
        }

        var name = request.Headers["X-File-Name"].ToString() is { Length: > 0 } given ? Path.GetFileName(given) : null;
        return File(name, request.ContentType, Said(url), Said(request.Headers["X-Fetched-At"]), buffer.ToArray());
    }

    private static string? Said(StringValues value) => value.ToString() is { Length: > 0 } text ? text : null;

    private static UploadedFile File(string? name, string? contentType, string? url, string? date, byte[] bytes)
    {
        ContentType? parsed = null;
        try
        {
            parsed = string.IsNullOrEmpty(contentType) ? null : new ContentType(contentType);
        }
        catch (FormatException)
        {
            // What the client says about the type is a hint: the parser looks at the bytes.
        }

        var fetchedAt = DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : (DateTimeOffset?)null;
        return new UploadedFile(name, parsed?.MediaType, parsed?.CharSet, url, fetchedAt, bytes);
    }

    private static async Task<byte[]> BytesAsync(Stream stream, long length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    private static BadHttpRequestException TooLarge(string what, UploadOptions limits) =>
        new($"{what} is larger than the limit of {limits.MaxFileBytes >> 20} MiB (Fetcher:Uploads:MaxFileBytes).", StatusCodes.Status413PayloadTooLarge);
}
