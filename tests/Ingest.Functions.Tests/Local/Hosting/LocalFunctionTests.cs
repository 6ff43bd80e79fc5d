using Ingest.Local.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Tests.Local.Hosting;

public sealed class LocalFunctionTests
{
    [Fact]
    public void FindIn_Gives_Functions_By_Name_With_Their_Triggers()
    {
        var functions = LocalFunction.FindIn([typeof(HttpSample), typeof(BlobSample), typeof(Order)]);

        Assert.Equal(["BlobSample", "PutOrder", "ShowItem"], functions.Select(function => function.Name));
        Assert.Equal(typeof(BlobTriggerAttribute), functions[0].Trigger.GetType());
    }

    [Theory]
    [InlineData(typeof(TwoTriggers), "2 triggers")]
    [InlineData(typeof(NoTrigger), "0 triggers")]
    [InlineData(typeof(AsyncVoid), "async void")]
    [InlineData(typeof(SameName), "unique")]
    public void FindIn_Refuses_What_The_Functions_Host_Would_Refuse(Type type, string reason)
    {
        var error = Assert.Throws<InvalidOperationException>(() => LocalFunction.FindIn([type]));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private sealed class TwoTriggers
    {
        [Function("Two")]
        public static void Run([QueueTrigger("a")] string a, [QueueTrigger("b")] string b) => _ = a + b;
    }

    private sealed class NoTrigger
    {
        [Function("None")]
        public static void Run(string a) => _ = a;
    }

    private sealed class AsyncVoid
    {
        [Function("Void")]
        public static async void Run([QueueTrigger("a")] string a) => await Task.FromResult(a);
    }

    private sealed class SameName
    {
        [Function("Same")]
        public static void One([QueueTrigger("a")] string a) => _ = a;

        [Function("same")]
        public static void Two([QueueTrigger("b")] string b) => _ = b;
    }
}
