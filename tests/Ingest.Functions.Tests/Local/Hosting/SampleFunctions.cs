using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Tests.Local.Hosting;

/// <summary>What the sample functions were given, for a test to look at.</summary>
internal sealed class Calls
{
    private readonly ConcurrentQueue<string> _calls = new();

    public IReadOnlyList<string> All => [.. _calls];

    public void Add(string call) => _calls.Enqueue(call);

    public async Task<IReadOnlyList<string>> UntilAsync(int count, CancellationToken cancellationToken)
    {
        while (_calls.Count < count)
        {
            await Task.Delay(50, cancellationToken);
        }

        return All;
    }
}

internal sealed class BlobSample(Calls calls)
{
    [Function("BlobSample")]
    public void Run([BlobTrigger("inbox/{office}/{name}", Connection = "Storage")] BlobClient blob, string office, string name, FunctionContext context, CancellationToken token) =>
        calls.Add($"{blob.Name}|{office}|{name}|{context.FunctionDefinition.Name}|{token.CanBeCanceled}");
}

internal sealed class TextSample(Calls calls)
{
    [Function("TextSample")]
    [QueueOutput("echo", Connection = "Storage")]
    public string[] Run([BlobTrigger("texts/{name}.txt", Connection = "Storage")] string text, string name)
    {
        calls.Add(name);
        return [text, name];
    }
}

internal sealed class FailingBlob(Calls calls)
{
    [Function("FailingBlob")]
    public void Run([BlobTrigger("inbox/{name}", Connection = "Storage")] Stream content, FunctionContext context)
    {
        calls.Add($"{content.Length}|{context.RetryContext.RetryCount}");
        throw new InvalidOperationException("always");
    }
}

internal sealed record Order(string Unit, int Count);

internal sealed class QueueSample(Calls calls)
{
    [Function("QueueSample")]
    public Task Run([QueueTrigger("%Orders:Queue%", Connection = "Storage")] Order order)
    {
        calls.Add($"{order.Unit} {order.Count}");
        return Task.CompletedTask;
    }
}

internal sealed class FailingQueue(Calls calls)
{
    [Function("FailingQueue")]
    public async Task Run([QueueTrigger("orders", Connection = "Storage")] QueueMessage message)
    {
        await Task.Yield();
        calls.Add($"{message.Body} {message.DequeueCount}");
        throw new InvalidOperationException("always");
    }
}

internal sealed class TimerSample(Calls calls)
{
    [Function("TimerSample")]
    public void Run([TimerTrigger("0 30 0 * * 1")] TimerInfo timer) =>
        calls.Add($"{timer.IsPastDue} {timer.ScheduleStatus?.Next:O}");
}

internal sealed class HttpSample(Calls calls)
{
    [Function("ShowItem")]
    public IActionResult Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{id:int}")] HttpRequest request, int id, FunctionContext context)
    {
        calls.Add($"{id} {request.Query["q"]} {context.GetHttpContext() == request.HttpContext}");
        return new ContentResult { Content = $"第{id}项", ContentType = "text/plain; charset=utf-8", StatusCode = 203 };
    }

    [Function("PutOrder")]
    public static OrderResult Put([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "orders")] Order order) =>
        new() { Answer = new AcceptedResult(), Message = order };
}

internal sealed class OrderResult
{
    [HttpResult]
    public required IActionResult Answer { get; init; }

    [QueueOutput("placed", Connection = "Storage")]
    public required Order Message { get; init; }
}
