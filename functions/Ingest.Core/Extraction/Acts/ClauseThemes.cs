using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Acts;

/// <summary>Settles what a clause is about where its words speak for more than one kind of act.</summary>
internal static class ClauseThemes
{
    private static readonly PhraseSet Care = new(Phrases.Of("Care"));
    private static readonly PhraseSet StaffKin = new(Phrases.Of("StaffKin"));
    private static readonly PhraseSet Sellers = new(Phrases.Of("Sellers"));
    private static readonly PhraseSet Packages = new(["行动", "举措", "措施", "实事", "办法", "政策", "服务举措", "硬招", "实招"]);
    private static readonly PhraseSet Vouchers = new(["等优惠券", "等消费券"]);
    private static readonly PhraseSet InNeed = new(Phrases.Of("InNeed"));

    /// <summary>Sets the clause's theme, its field and whether it looks after families, once all its words are known.</summary>
    public static void Settle(string text, Clause clause)
    {
        // 心理专家录制微课, 心理健康讲座: of two kinds that fit, the one higher in the table.
        if (clause.Field == Category.Psych && clause.Theme is Category.Training or Category.Publicity or Category.Facility)
            clause.Theme = Category.Psych;

        // 开设法律微课: of the law, whatever its form. 茶艺、电工等36门课程: courses, whatever they teach.
        if (clause.Field == Category.Rights && clause.Theme == Category.Training && clause.Is(WordClass.Launch))
            clause.Theme = Category.Rights;
        // 发放观影、购书等优惠券12万张: vouchers, whatever they buy.
        if (clause.Theme == Category.Culture && clause.HasItems && Vouchers.StandsIn(clause.In(text)))
            clause.Theme = Category.Consumption;
        if (clause.Field == Category.Training && clause.Theme is Category.Culture or Category.Consumption && clause.In(text).IndexOf("门课程") > 0)
            clause.Theme = Category.Training;
        if (clause.Theme == Category.Training && clause.Is(WordClass.Lesson))
            clause.Theme = Category.Publicity;
        if (clause.Theme == Category.Publicity && clause.Field == Category.Culture)
            clause.Theme = Category.Culture;

        // 从帮扶村采购大米, 认购滞销蔬菜: buying that helps those who sell.
        if (clause.Theme is null && clause.Is(WordClass.Buy) && clause.Is(WordClass.AnyGoods) && Sellers.StandsIn(clause.In(text)))
            clause.Theme = Category.Consumption;

        // 帮助企业解决用工、物流等难题: of the firms' troubles.
        if (clause.Field == Category.Employment && clause.Theme is null && clause.NamesFirms && clause.Is(WordClass.Trouble))
            clause.Field = Category.Enterprise;
        // 推出10项惠工助企行动: a package, whatever stands in it.
        if (clause.HasCounts && clause.Is(WordClass.Issue) && clause.Theme is null or Category.Enterprise or Category.Consumption && clause.In(text) is var words && words.Contains('项') && Packages.Ends(words.TrimEnd(",;。")))
            clause.Theme = clause.Field = Category.Policy;
        clause.FrontFamily |= clause.Is(WordClass.Kin | WordClass.Group) && !clause.In(text).Contains('室') && LooksAfterStaff(clause.In(text));
    }

    /// <summary>困难职工|家庭, 留守|儿童: what is done for them is relief.</summary>
    public static bool IsInNeed(ReadOnlySpan<char> words) => InNeed.StandsIn(words);

    /// <summary>为36户职工家庭代买药品, 照看教职工子女: errands for the families of staff, and not relief for those in need.</summary>
    private static bool LooksAfterStaff(ReadOnlySpan<char> clause) => StaffKin.StandsIn(clause) && Care.StandsIn(clause) && !InNeed.StandsIn(clause);
}
