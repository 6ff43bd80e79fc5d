using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Ingest.Local.Hosting;

/// <summary>A function as its attributes describe it.</summary>
/// <param name="Name">Unique name, from <c>[Function]</c>.</param>
/// <param name="Method">The method to call.</param>
/// <param name="Parameter">The parameter that carries the trigger.</param>
/// <param name="Trigger">What starts the function.</param>
public sealed record LocalFunction(string Name, MethodInfo Method, ParameterInfo Parameter, TriggerBindingAttribute Trigger)
{
    /// <summary>The functions of an assembly, by name.</summary>
    /// <exception cref="InvalidOperationException">A method is marked as a function but cannot be one; the message says why.</exception>
    public static IReadOnlyList<LocalFunction> FindIn(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return FindIn(assembly.GetTypes());
    }

    /// <summary>The functions of some types, by name.</summary>
    /// <exception cref="InvalidOperationException">A method is marked as a function but cannot be one; the message says why.</exception>
    public static IReadOnlyList<LocalFunction> FindIn(IEnumerable<Type> types)
    {
        var functions = types
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(method => (Method: method, Function: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.Function is not null)
            .Select(found => Describe(found.Function!.Name, found.Method))
            .OrderBy(function => function.Name, StringComparer.Ordinal)
            .ToList();
        var twice = functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Skip(1).Any());
        return twice is null ? functions : throw new InvalidOperationException($"Two functions are named {twice.Key}; names must be unique.");
    }

    private static LocalFunction Describe(string name, MethodInfo method)
    {
        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            throw new InvalidOperationException($"Function {name} is async void; it must return a Task.");
        }

        var triggers = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(found => found.Trigger is not null)
            .ToList();
        return triggers is [var only]
            ? new LocalFunction(name, method, only.Parameter, only.Trigger!)
            : throw new InvalidOperationException($"Function {name} has {triggers.Count} triggers; it must have exactly one.");
    }
}
