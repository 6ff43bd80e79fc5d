using System.Diagnostics;

namespace Ingest.Functions.Tests.Infra;

/// <summary>infra/deploy.sh against commands that only write down how they were called.</summary>
public sealed class DeployScriptTests : IDisposable
{
    private const string Az = """
        #!/usr/bin/env bash
        echo "az $* ids=${INGEST_SUBSCRIBER_ID_KEY:+given} token=${INGEST_TOKEN_SIGNING_KEY:+given}" >> "$CALLS"
        case "$*" in
          'group exists'*) echo true ;;
          'resource show'*) [[ $SECRET_EXISTS == yes ]] ;;
          'functionapp keys list'*) echo key ;;
          *'properties.outputs.'*) [[ $DEPLOYED == yes ]] && sed 's/.*outputs\.\([A-Za-z]*\)\.value.*/the-\1/' <<< "$*" ;;
          *'--query id'*) echo /the/id ;;
        esac
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("deploy-test-");

    public DeployScriptTests()
    {
        Assert.SkipUnless(File.Exists("/bin/bash") || File.Exists("/usr/bin/bash"), "bash is missing.");
        Command("az", Az);
        Command("dotnet", "#!/usr/bin/env bash\necho \"dotnet $*\" >> \"$CALLS\"; mkdir -p \"${@: -1}\"\n");
        Command("zip", "#!/usr/bin/env bash\necho zip >> \"$CALLS\"\n");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task All_Deploys_Infrastructure_Then_Secrets_Then_Code_Then_Subscriptions()
    {
        var run = await Run([]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["main.bicepparam", "secrets.bicepparam", "config-zip", "subscriptions.bicep"],
            run.Calls.Select(call => Array.Find(["main.bicepparam", "secrets.bicepparam", "config-zip", "subscriptions.bicep"], step => call.Contains(step, StringComparison.Ordinal))).OfType<string>());
        Assert.Contains(run.Calls, call => call.Contains("appName=the-appName storageAccountName=the-storageAccountName topicName=the-topicName", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Secrets_Makes_A_Signing_Key_When_There_Is_None()
    {
        var run = await Run(["secrets"]);

        Assert.Contains(run.Calls, call => call.Contains("secrets.bicepparam", StringComparison.Ordinal) && call.EndsWith("token=given", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Secrets_Never_Replaces_The_Key_Of_Ids()
    {
        var first = await Run(["secrets"]);
        var later = await Run(["secrets"], new() { ["SECRET_EXISTS"] = "yes", ["INGEST_SUBSCRIBER_ID_KEY"] = "another", ["INGEST_TOKEN_SIGNING_KEY"] = "new" });

        Assert.Contains(first.Calls, call => call.Contains("secrets.bicepparam", StringComparison.Ordinal) && call.Contains("ids=given", StringComparison.Ordinal));
        Assert.Contains(later.Calls.Except(first.Calls), call => call.Contains("secrets.bicepparam", StringComparison.Ordinal) && call.Contains("ids= token=given", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Secrets_Leaves_The_Signing_Key_That_Is_There()
    {
        var run = await Run(["secrets"], new() { ["SECRET_EXISTS"] = "yes" });

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(run.Calls, call => call.Contains("secrets.bicepparam", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Secrets_Writes_A_New_SendGrid_Key_Without_Touching_The_Signing_Key_Or_Showing_Either()
    {
        var run = await Run(["secrets"], new() { ["SECRET_EXISTS"] = "yes", ["SENDGRID_API_KEY"] = "SG.secret" });

        Assert.Contains(run.Calls, call => call.Contains("secrets.bicepparam", StringComparison.Ordinal) && call.EndsWith("token=", StringComparison.Ordinal));
        Assert.DoesNotContain("SG.secret", string.Join('\n', run.Calls), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_If_Deploys_Nothing()
    {
        var run = await Run(["what-if"]);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("az deployment group what-if", Assert.Single(run.Calls), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscriptions_Says_What_To_Do_First_When_Nothing_Is_Deployed()
    {
        var run = await Run(["subscriptions"], new() { ["DEPLOYED"] = "no" });

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("run infra/deploy.sh infrastructure first", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("everything")]
    public async Task An_Unknown_Step_Lists_The_Steps_And_Calls_Nothing(string step)
    {
        var run = await Run([step]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("usage: infra/deploy.sh", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Calls);
    }

    private async Task<(int ExitCode, string Errors, string[] Calls)> Run(string[] arguments, Dictionary<string, string>? environment = null)
    {
        var calls = Path.Combine(_folder.FullName, "calls");
        var start = new ProcessStartInfo("bash", [Path.Combine(Deployment.Folder, "deploy.sh"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = $"{_folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["CALLS"] = calls;
        start.Environment["AZURE_RESOURCE_GROUP"] = "group";
        start.Environment["SECRET_EXISTS"] = "no";
        start.Environment["DEPLOYED"] = "yes";
        start.Environment.Remove("SENDGRID_API_KEY");
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await output;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, errors, File.Exists(calls) ? await File.ReadAllLinesAsync(calls, TestContext.Current.CancellationToken) : []);
    }

    private void Command(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
