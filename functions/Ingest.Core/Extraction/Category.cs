namespace Ingest.Core.Extraction;

/// <summary>The nineteen kinds of measure, in the order in which the higher wins where several fit. A byte, since each clause of a report holds several.</summary>
public enum Category : byte
{
    /// <summary>资金与慰问金</summary>
    Funds,
    /// <summary>物资慰问</summary>
    Supplies,
    /// <summary>走访慰问</summary>
    Visit,
    /// <summary>捐赠募集</summary>
    Donation,
    /// <summary>家属关爱</summary>
    Family,
    /// <summary>心理服务</summary>
    Psych,
    /// <summary>就业与复工</summary>
    Employment,
    /// <summary>培训与竞赛</summary>
    Training,
    /// <summary>维权与法律</summary>
    Rights,
    /// <summary>助企纾困</summary>
    Enterprise,
    /// <summary>互助与保险</summary>
    Insurance,
    /// <summary>志愿服务</summary>
    Volunteer,
    /// <summary>阵地与后勤</summary>
    Facility,
    /// <summary>疗休养</summary>
    Recuperation,
    /// <summary>宣传教育</summary>
    Publicity,
    /// <summary>文体活动</summary>
    Culture,
    /// <summary>表彰</summary>
    Commendation,
    /// <summary>消费帮扶</summary>
    Consumption,
    /// <summary>部署与政策</summary>
    Policy,
}

/// <summary>What an amount of money is.</summary>
public enum MoneyRole
{
    /// <summary>Allocated, given, set aside, spent, planned or got together by a union.</summary>
    Total,
    /// <summary>A rate for each person, household or unit.</summary>
    PerPerson,
    /// <summary>Worth of goods.</summary>
    GoodsValue,
    /// <summary>Donated by companies or people, or collected from the public.</summary>
    Raised,
    /// <summary>Back pay, refunds.</summary>
    Recovered,
}

/// <summary>Codes and Chinese names of <see cref="Category"/> and <see cref="MoneyRole"/>.</summary>
public static class Codes
{
    private static readonly string[] CategoryNames =
    [
        "资金与慰问金", "物资慰问", "走访慰问", "捐赠募集", "家属关爱", "心理服务", "就业与复工", "培训与竞赛", "维权与法律", "助企纾困",
        "互助与保险", "志愿服务", "阵地与后勤", "疗休养", "宣传教育", "文体活动", "表彰", "消费帮扶", "部署与政策",
    ];

    private static readonly string[] RoleCodes = ["total", "per_person", "goods_value", "raised", "recovered"];

    /// <summary>The guideline's code: lower-case English, e.g. <c>funds</c>.</summary>
    public static string Code(this Category category) =>
        Enum.GetName(category)?.ToLowerInvariant() ?? throw new ArgumentOutOfRangeException(nameof(category));

    /// <summary>The Chinese name that people read.</summary>
    public static string ChineseName(this Category category) => CategoryNames[(int)category];

    /// <summary>The guideline's code, e.g. <c>per_person</c>.</summary>
    public static string Code(this MoneyRole role) => RoleCodes[(int)role];

    /// <summary>The category of a code, or null where there is none of that name.</summary>
    public static Category? ParseCategory(string code) =>
        Enum.TryParse<Category>(code, ignoreCase: true, out var category) && category.Code() == code ? category : null;

    /// <summary>The role of a code, or null where there is none of that name.</summary>
    public static MoneyRole? ParseMoneyRole(string code) =>
        Array.IndexOf(RoleCodes, code) is >= 0 and var index ? (MoneyRole)index : null;
}
