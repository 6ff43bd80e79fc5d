using Ingest.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Ingest.Functions;

/// <summary>Everything the functions need, registered in one place for Azure (Program.cs) and for Ingest.Local.</summary>
public static class IngestApp
{
    /// <summary>Registers services, options (validated at start) and middleware.</summary>
    /// <param name="app">The worker in Azure, or the local host's stand for it.</param>
    /// <param name="configuration">Settings; in Azure the app settings.</param>
    public static IFunctionsWorkerApplicationBuilder AddIngest(this IFunctionsWorkerApplicationBuilder app, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(configuration);
        app.Services.AddIngest(configuration);
        app.UseMiddleware<InvocationTelemetry>();
        return app;
    }
}
