using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Functions;

/// <summary>Checks options when the program starts; what is wrong is told by the name of the setting, not of a class.</summary>
public static class SettingsValidation
{
    /// <summary>Checks the annotations of the options and of what they hold, at start.</summary>
    /// <param name="builder">The options.</param>
    /// <param name="section">Their section of the configuration.</param>
    public static OptionsBuilder<T> ValidateSettings<T>(this OptionsBuilder<T> builder, string section) where T : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IValidateOptions<T>>(new Validation<T>(section));
        return builder.ValidateOnStart();
    }

    private sealed class Validation<T>(string section) : IValidateOptions<T> where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var wrong = Wrong(options, section).ToList();
            return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
        }

        private static IEnumerable<string> Wrong(object options, string section)
        {
            var results = new List<ValidationResult>();
            Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
            var nested = options.GetType().GetProperties()
                .Where(property => property.PropertyType is { IsClass: true } type && type.Assembly == typeof(T).Assembly && property.GetValue(options) is not null)
                .SelectMany(property => Wrong(property.GetValue(options)!, $"{section}__{property.Name}"));
            return results.Select(result => Named(result, section)).Concat(nested);
        }

        private static string Named(ValidationResult result, string section) => result.ErrorMessage is { } message && message.StartsWith("The setting", StringComparison.Ordinal)
            ? message
            : $"The setting {section}__{string.Join(", ", result.MemberNames)} is wrong: {result.ErrorMessage}";
    }
}
