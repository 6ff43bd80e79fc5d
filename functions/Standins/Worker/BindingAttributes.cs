using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions
{
    /// <summary>Base of all binding attributes.</summary>
    public abstract class BindingAttribute : Attribute;

    /// <summary>Base of what starts a function.</summary>
    public abstract class TriggerBindingAttribute : BindingAttribute;

    /// <summary>Base of what a function reads.</summary>
    public abstract class InputBindingAttribute : BindingAttribute;

    /// <summary>Base of what a function writes.</summary>
    public abstract class OutputBindingAttribute : BindingAttribute;
}

namespace Microsoft.Azure.Functions.Worker
{
    /// <summary>Marks a method as a function and names it.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public class FunctionAttribute(string name) : Attribute
    {
        public string Name { get; } = name;
    }

    /// <summary>How the host hears of new blobs.</summary>
    public enum BlobTriggerSource
    {
        LogsAndContainerScan = 0,
        EventGrid = 1,
    }

    /// <summary>Starts a function for each new or changed blob.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
    {
        public string BlobPath { get; } = blobPath;

        public string? Connection { get; set; }

        public BlobTriggerSource Source { get; set; }
    }

    /// <summary>Binds a blob to read.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class BlobInputAttribute(string blobPath) : InputBindingAttribute
    {
        public string BlobPath { get; } = blobPath;

        public string? Connection { get; set; }
    }

    /// <summary>Writes the result to a blob.</summary>
    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
    public sealed class BlobOutputAttribute(string blobPath) : OutputBindingAttribute
    {
        public string BlobPath { get; } = blobPath;

        public string? Connection { get; set; }
    }

    /// <summary>Starts a function for each message of a queue.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
    {
        public string QueueName { get; } = queueName;

        public string? Connection { get; set; }
    }

    /// <summary>Sends the result to a queue; an array is several messages.</summary>
    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
    public sealed class QueueOutputAttribute(string queueName) : OutputBindingAttribute
    {
        public string QueueName { get; } = queueName;

        public string? Connection { get; set; }
    }

    /// <summary>Starts a function by the clock, NCRONTAB with six fields or a time span.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
    {
        public string Schedule { get; } = schedule;

        public bool RunOnStartup { get; set; }

        public bool UseMonitor { get; set; } = true;
    }

    /// <summary>Who may call an HTTP function.</summary>
    public enum AuthorizationLevel
    {
        Anonymous = 0,
        User = 1,
        Function = 2,
        System = 3,
        Admin = 4,
    }

    /// <summary>Starts a function for each HTTP request of a route.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class HttpTriggerAttribute : TriggerBindingAttribute
    {
        public HttpTriggerAttribute() => AuthLevel = AuthorizationLevel.Function;

        public HttpTriggerAttribute(params string[] methods) => Methods = methods;

        public HttpTriggerAttribute(AuthorizationLevel authLevel) => AuthLevel = authLevel;

        public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) => (AuthLevel, Methods) = (authLevel, methods);

        public string? Route { get; set; }

        public string[]? Methods { get; }

        public AuthorizationLevel AuthLevel { get; }
    }

    /// <summary>Marks the HTTP answer in a result with several outputs.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    public sealed class HttpResultAttribute : Attribute;

    /// <summary>Tries a timer's function again after a fixed pause.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class FixedDelayRetryAttribute(int maxRetryCount, string delayInterval) : Attribute
    {
        public int MaxRetryCount { get; } = maxRetryCount;

        public string DelayInterval { get; } = delayInterval;
    }

    /// <summary>Tries a timer's function again after growing pauses.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval) : Attribute
    {
        public int MaxRetryCount { get; } = maxRetryCount;

        public string MinimumInterval { get; } = minimumInterval;

        public string MaximumInterval { get; } = maximumInterval;
    }

    /// <summary>What a timer's function is told.</summary>
    public class TimerInfo
    {
        public ScheduleStatus? ScheduleStatus { get; set; }

        public bool IsPastDue { get; set; }
    }

    /// <summary>When a timer fired last and will fire next.</summary>
    public class ScheduleStatus
    {
        public DateTime Last { get; set; }

        public DateTime Next { get; set; }

        public DateTime LastUpdated { get; set; }
    }
}
