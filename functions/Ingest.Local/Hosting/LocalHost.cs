using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Ingest.Local.Hosting;

/// <summary>Runs a function; what triggers are given.</summary>
internal delegate Task<object?> Invoke(LocalFunction function, TriggerInput input);

/// <summary>
/// A development host: runs functions on this machine, found by their attributes. It follows the Functions host in what
/// our functions rely on; it asks for no keys, scales nothing and is not for the internet.
/// </summary>
public sealed class LocalHost : IAsyncDisposable
{
    // After being told to stop, invocations may end on their own this long before they are cancelled.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly LocalHostOptions _options;
    private readonly WebApplication _app;
    private readonly StorageAccounts _accounts;
    private readonly FunctionInvoker _invoker;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private readonly List<IDisposable> _opened = [];
    private readonly Dictionary<string, TimerClock> _clocks = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Task> _loops = [];

    private LocalHost(LocalHostOptions options, WebApplication app, WorkerBuilder worker)
    {
        (_options, _app) = (options, app);
        _accounts = new StorageAccounts(app.Configuration);
        _invoker = new FunctionInvoker(new ParameterBinder(_accounts, app.Configuration), new OutputBinder(_accounts, app.Configuration), worker, options.Host);
    }

    /// <summary>Services of the functions.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Where HTTP functions answer.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");

    /// <summary>Starts Kestrel, then watching, polling and timers.</summary>
    /// <exception cref="InvalidOperationException">A function is wrong; the message names it.</exception>
    /// <exception cref="ToolException">A setting is missing; the message names it.</exception>
    public static async Task<LocalHost> StartAsync(LocalHostOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = options.Defaults });
        builder.Configuration.AddInMemoryCollection(options.Settings);
        options.Logging(builder.Logging);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        builder.Services.TryAddSingleton(options.Time);
        builder.Services.AddMvcCore();
        var worker = new WorkerBuilder(builder.Services);
        options.Register(worker, builder.Configuration);

        var host = new LocalHost(options, builder.Build(), worker);
        try
        {
            host.Connect();
            await host._app.StartAsync(cancellationToken);
            host.Watch();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a timer's function now.</summary>
    /// <exception cref="InvalidOperationException">There is no timer of that name.</exception>
    public Task RunTimerAsync(string function)
    {
        if (!_clocks.TryGetValue(function, out var clock))
        {
            throw new InvalidOperationException($"There is no timer function {function}; there are: {string.Join(", ", _clocks.Keys)}.");
        }

        var found = _options.Functions.Single(candidate => candidate.Name.Equals(function, StringComparison.OrdinalIgnoreCase));
        return InvokeAsync(found, new TimerInput(clock.Info(isPastDue: false)));
    }

    /// <summary>Begins nothing new, waits for what has begun, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _aborting.CancelAfter(Grace);
        await Task.WhenAll(_loops);
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _opened.ForEach(opened => opened.Dispose());
        _stopping.Dispose();
        _aborting.Dispose();
    }

    /// <summary>Maps routes and reads schedules, so that what is wrong with them is told before anything runs.</summary>
    private void Connect()
    {
        foreach (var function in _options.Functions)
        {
            if (function.Trigger is HttpTriggerAttribute)
            {
                HttpFunctions.Map(_app, function, _options.Host.RoutePrefix, (called, input) => InvokeAsync(called, input, ((HttpInput)input).Http.RequestAborted));
            }
            else if (function.Trigger is TimerTriggerAttribute timer)
            {
                var lastFile = Path.Combine(_options.StateFolder, $"{function.Name}.timer");
                _clocks[function.Name] = new TimerClock(function, Resolve(timer.Schedule), lastFile, InvokeAsync, _options.Time, Logger(function));
            }
        }
    }

    private void Watch()
    {
        foreach (var function in _options.Functions)
        {
            switch (function.Trigger)
            {
                case BlobTriggerAttribute blob:
                    _loops.Add(Task.Run(() => BlobWatcher(function, blob).RunAsync(_stopping.Token)));
                    break;
                case QueueTriggerAttribute queue:
                    _loops.Add(Task.Run(() => QueuePoller(function, queue).RunAsync(_stopping.Token)));
                    break;
                case TimerTriggerAttribute when _options.Timers:
                    _loops.Add(Task.Run(() => _clocks[function.Name].RunAsync(_stopping.Token)));
                    break;
                case TimerTriggerAttribute or HttpTriggerAttribute:
                    break;
                default:
                    throw new InvalidOperationException($"Function {function.Name}: the local host does not know the trigger {function.Trigger.GetType().Name}.");
            }
        }
    }

    private BlobWatcher BlobWatcher(LocalFunction function, BlobTriggerAttribute trigger)
    {
        var path = new BlobPath(Resolve(trigger.BlobPath));
        var memory = new BlobMemory(Path.Combine(_options.StateFolder, $"{function.Name}.blobs"));
        _opened.Add(memory);
        var deletions = _options.DeletionQueues.TryGetValue(path.Container, out var queue)
            ? new BlobDeletions(_accounts.Queue(trigger.Connection, queue), _options.Time)
            : null;
        return new BlobWatcher(
            function, path, _accounts.Container(trigger.Connection, path.Container), memory, deletions, new BlobPoison(_accounts, trigger.Connection),
            _options.Host, InvokeAsync, _options.Time, Logger(function));
    }

    private QueuePoller QueuePoller(LocalFunction function, QueueTriggerAttribute trigger)
    {
        var name = Resolve(trigger.QueueName);
        return new QueuePoller(
            function, _accounts.Queue(trigger.Connection, name), _accounts.Queue(trigger.Connection, $"{name}-poison"),
            _options.Host, InvokeAsync, _options.Time, Logger(function));
    }

    private Task<object?> InvokeAsync(LocalFunction function, TriggerInput input) => InvokeAsync(function, input, CancellationToken.None);

    private async Task<object?> InvokeAsync(LocalFunction function, TriggerInput input, CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(_aborting.Token, cancellationToken);
        try
        {
            var result = await _invoker.InvokeAsync(function, input, _app.Services, linked.Token);
            Tell(failure: null);
            return result;
        }
        catch (Exception failure)
        {
            Tell(failure);
            throw;
        }

        void Tell(Exception? failure) =>
            _options.Observer?.Invoke(new Invocation(function.Name, input.Subject, input.Try, failure));
    }

    private string Resolve(string text) => SettingExpressions.Resolve(text, _app.Configuration);

    private ILogger Logger(LocalFunction function) => _app.Services.GetRequiredService<ILoggerFactory>().CreateLogger($"Host.{function.Name}");
}
