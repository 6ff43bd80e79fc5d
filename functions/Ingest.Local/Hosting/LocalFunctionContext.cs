using System.Collections;
using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Local.Hosting;

/// <summary>One invocation, as middleware and functions see it.</summary>
internal sealed class LocalFunctionContext(
    LocalFunction function, TriggerInput input, IServiceProvider services, CancellationToken cancellationToken) : FunctionContext
{
    public LocalFunction Function { get; } = function;

    public TriggerInput Input { get; } = input;

    /// <summary>What the function returned.</summary>
    public object? Result { get; set; }

    /// <summary>What the binder opened and the invocation closes.</summary>
    public List<IDisposable> Opened { get; } = [];

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => Function.Name;

    public override TraceContext TraceContext =>
        throw new NotSupportedException("The local host has no trace of the event; use Activity.Current.");

    public override BindingContext BindingContext { get; } = new LocalBindingContext(input.BindingData);

    public override RetryContext RetryContext { get; } = new LocalRetryContext(input.Try - 1);

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition { get; } = new LocalFunctionDefinition(function);

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new LocalInvocationFeatures();

    public override CancellationToken CancellationToken { get; } = cancellationToken;

    private sealed class LocalBindingContext(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData { get; } = data;
    }

    private sealed class LocalRetryContext(int retries) : RetryContext
    {
        public override int RetryCount { get; } = retries;

        public override int MaxRetryCount => 4;
    }

    private sealed class LocalFunctionDefinition(LocalFunction function) : FunctionDefinition
    {
        public override ImmutableArray<FunctionParameter> Parameters { get; } =
            [.. function.Method.GetParameters().Select(parameter => new FunctionParameter(parameter.Name!, parameter.ParameterType))];

        public override string PathToAssembly => function.Method.DeclaringType!.Assembly.Location;

        public override string EntryPoint => $"{function.Method.DeclaringType!.FullName}.{function.Method.Name}";

        public override string Id => function.Name;

        public override string Name => function.Name;

        public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } = ImmutableDictionary<string, BindingMetadata>.Empty
            .Add(function.Parameter.Name!, new LocalBinding(function.Parameter.Name!, TypeOf(function.Trigger)));

        public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;

        /// <summary>The binding type that functions.metadata would name: <c>blobTrigger</c> for BlobTriggerAttribute.</summary>
        private static string TypeOf(Attribute trigger)
        {
            var name = trigger.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal);
            return char.ToLowerInvariant(name[0]) + name[1..];
        }
    }

    private sealed class LocalBinding(string name, string type) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => type;

        public override BindingDirection Direction => BindingDirection.In;
    }

    private sealed class LocalInvocationFeatures : IInvocationFeatures
    {
        private readonly Dictionary<Type, object> _features = [];

        public void Set<T>(T instance) => _features[typeof(T)] = instance!;

        public T? Get<T>() => _features.TryGetValue(typeof(T), out var feature) ? (T)feature : default;

        public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => _features.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
