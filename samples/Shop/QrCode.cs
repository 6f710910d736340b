using QRCoder;

namespace Shop;

/// <summary>Draws the QR code that a wallet scans.</summary>
public static class QrCode
{
    private const int Module = 4;

    public static string ToSvg(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);

        // Black on white whatever the page's colours: that is what cameras read.
        return svg.GetGraphic(Module, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
