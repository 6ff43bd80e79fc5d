namespace Ingest.Local.Hosting;

/// <summary>An invocation that has ended, for whoever looks on.</summary>
/// <param name="Function">Name of the function.</param>
/// <param name="Subject">What started it: path of the blob, route of the request, id of the message.</param>
/// <param name="Try">Which try it was, from 1.</param>
/// <param name="Failure">Why it failed, or null.</param>
public sealed record Invocation(string Function, string Subject, int Try, Exception? Failure);
