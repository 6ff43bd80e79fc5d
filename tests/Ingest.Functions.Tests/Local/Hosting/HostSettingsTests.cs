using Ingest.Local;
using Ingest.Local.Hosting;

namespace Ingest.Functions.Tests.Local.Hosting;

public sealed class HostSettingsTests
{
    [Fact]
    public void Read_Follows_The_Programs_Own_Host_Json()
    {
        var settings = HostSettings.Read(Path.Combine(Checkout.Root, "host.json"));

        Assert.Equal("", settings.RoutePrefix);
        Assert.Equal(5, settings.QueueTries);
        Assert.Equal(5, settings.BlobTries);
        Assert.Equal(TimeSpan.FromSeconds(30), settings.QueueRetryDelay);
        Assert.Equal(TimeSpan.FromMinutes(10), settings.FunctionTimeout);
    }

    [Fact]
    public void Read_Falls_Back_On_The_Functions_Hosts_Defaults()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, """{ "version": "2.0" }""");

        var settings = HostSettings.Read(path);

        File.Delete(path);
        Assert.Equal(("api", 5, 24), (settings.RoutePrefix, settings.QueueTries, settings.QueueParallelism));
    }
}
