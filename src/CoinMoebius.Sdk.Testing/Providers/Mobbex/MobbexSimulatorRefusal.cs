using Microsoft.AspNetCore.Http;

namespace CoinMoebius.Sdk.Testing;

/// <summary>Ends a call with an error in Mobbex's format.</summary>
internal sealed class MobbexSimulatorRefusal(string code, string message, int statusCode = StatusCodes.Status200OK) : Exception(message)
{
    public string Code { get; } = code;

    public int StatusCode { get; } = statusCode;

    public static MobbexSimulatorRefusal Unknown(string what) => new("NOT_FOUND", $"{what} not found", StatusCodes.Status404NotFound);

    public static MobbexSimulatorRefusal Invalid(string message) => new("INVALID", message);
}
