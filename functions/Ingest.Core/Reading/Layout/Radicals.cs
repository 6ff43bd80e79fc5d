using System.Text;

namespace Ingest.Core.Reading.Layout;

/// <summary>
/// Fonts use one glyph for a character and for the radical of the same shape, and some programs (Chromium among them)
/// write the radical's code into a file's tables: ⼯⼈ for 工人. Here they become the characters again.
/// </summary>
internal static class Radicals
{
    // The block "CJK Radicals Supplement", which compatibility normalisation leaves alone (Unicode, EquivalentUnifiedIdeograph.txt).
    private const string Supplement = "⺁⺅⺆⺇⺈⺉⺋⺒⺓⺖⺘⺙⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺳⺶⺷⺸⺹⺺⺻⺼⺽⺾⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳";
    private const string Unifieds = "厂亻冂几刀刂㔾巳幺忄扌攵月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟网羊羊羊耂肀聿肉臼艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    public static string Unified(string text)
    {
        if (text.Length != 1 || text[0] is not ((>= '\u2E80' and <= '\u2FDF') or (>= '\uF900' and <= '\uFAFF'))) return text;
        var at = Supplement.IndexOf(text[0], StringComparison.Ordinal);
        return at >= 0 ? Unifieds[at].ToString() : text.Normalize(NormalizationForm.FormKC);
    }
}
