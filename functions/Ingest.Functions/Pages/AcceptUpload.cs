using Azure.Storage.Blobs;
using Ingest.Core.Pages;
using Ingest.Core.Reading;
using Ingest.Functions.Reports;
using Ingest.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Pages;

/// <summary>
/// Puts uploaded files where offices put theirs; ingestion hears of them as of any other. Needs a function key, in Azure: an
/// office's link carries it.
/// </summary>
public sealed class AcceptUpload(BlobServiceClient blobs, IOptions<IngestOptions> options)
{
    private readonly BlobContainerClient _reports = blobs.GetBlobContainerClient(StorageNames.ReportsContainer);

    /// <summary>Takes multipart/form-data with a field <c>office</c> and files.</summary>
    [Function(nameof(AcceptUpload))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "upload")] HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.Value.MaxUploadBytes + (1 << 20);
        }

        if (!request.HasFormContentType) return Refuse("请用表单上传文件（multipart/form-data）。", null);
        var form = await request.ReadFormAsync(cancellationToken);
        var office = UploadName.Office(form["office"].ToString());
        if (office is null) return Refuse("请填写单位名称，不能含有斜线，不超过 100 个字。", form["office"]);
        if (form.Files.Count == 0) return Refuse("请选择要上传的文件。", office);
        if (form.Files.Any(f => f.Length > options.Value.MaxUploadBytes)) return Refuse(Refusals.TooLarge.Message + Refusals.TooLarge.Advice, office);

        var links = new List<(string, string)>();
        foreach (var file in form.Files)
        {
            var path = $"{office}/{UploadName.File(file.FileName)}";
            await using var content = file.OpenReadStream();
            await _reports.GetBlobClient(path).UploadAsync(content, overwrite: true, cancellationToken);
            links.Add((path, $"reports/{ReportId.Of(path)}"));
        }

        return PageAnswer.Of<MessagePage>(
            StatusCodes.Status202Accepted,
            new(nameof(MessagePage.Title), "已收到"),
            new(nameof(MessagePage.Lines), (string[])[$"收到 {links.Count} 个文件，通常一分钟内处理完。处理结果在下面的页面查看；稍后打开，如提示没有这份报告，请再等一会儿刷新。"]),
            new(nameof(MessagePage.Links), links),
            new(nameof(MessagePage.Site), options.Value.SiteUrl));

        PageAnswer Refuse(string problem, string? entered) => ShowUpload.Form(request, options.Value, StatusCodes.Status400BadRequest, problem, entered);
    }
}
