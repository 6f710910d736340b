using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using CoinMoebius.Sdk.Providers.Manual;
using Microsoft.EntityFrameworkCore;

namespace Shop.Data;

/// <summary>A payment by mail as it is stored: the whole of it as JSON, and beside it what is searched and compared.</summary>
[Table("letters")]
[Index(nameof(Code), IsUnique = true, Name = "ux_letters_code")]
[Index(nameof(Status), nameof(ExpiresAt), Name = "ix_letters_expiry")]
[Index(nameof(IsTold), Name = "ix_letters_told")]
public sealed class Letter
{
    [Key]
    [Column("order_id")]
    public required string OrderId { get; init; }

    [Column("code")]
    public required string Code { get; init; }

    [Column("payment")]
    public required ManualPayment Payment { get; init; }

    [Column("status")]
    public required string Status { get; init; }

    [Column("expires_at")]
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Two clicks at once: only the one that finds the version it read stores its step.</summary>
    [Column("version")]
    public int Version { get; init; }

    /// <summary>False from the moment a step is stored until the inbox has taken its event.</summary>
    [Column("is_told")]
    public bool IsTold { get; init; }

    /// <summary>A new one; nobody needs to be told of it.</summary>
    public static Letter Of(ManualPayment payment) => new()
    {
        OrderId = payment.OrderId,
        Code = payment.ReferenceCode.Value,
        Payment = payment,
        Status = payment.Status.Value,
        ExpiresAt = payment.ExpiresAt,
        Version = payment.Version,
        IsTold = true,
    };
}
