using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace CoinMoebius.Sdk.Testing;

/// <summary>HTML markup. <see cref="Of"/> encodes interpolated values, unless they are markup themselves.</summary>
internal readonly struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    public static Html Empty => default;

    public static Html Of(Builder builder) => new(builder.ToString());

    public override string ToString() => _markup ?? "";

    [InterpolatedStringHandler]
    internal readonly struct Builder
    {
        private readonly StringBuilder _text;

        public Builder(int literalLength, int formattedCount) => _text = new(literalLength + (16 * formattedCount));

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(string? text) => _text.Append(HtmlEncoder.Default.Encode(text ?? ""));

        public void AppendFormatted(Html markup) => _text.Append(markup.ToString());

        public void AppendFormatted(IEnumerable<Html> items)
        {
            foreach (var item in items)
            {
                _text.Append(item.ToString());
            }
        }

        public override string ToString() => _text.ToString();
    }
}
