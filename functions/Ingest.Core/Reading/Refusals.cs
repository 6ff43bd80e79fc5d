namespace Ingest.Core.Reading;

/// <summary>Every reason for which a file is refused, in the words that the office reads in its receipt. README.md lists the codes.</summary>
public static class Refusals
{
    /// <summary>No bytes, or nothing but blanks.</summary>
    public static Refusal Empty { get; } = new("empty", "文件是空的，没有内容。", "请打开原文件确认内容并保存后重新上传。");

    /// <summary>The file was read but holds no text.</summary>
    public static Refusal NoText { get; } = new("no-text", "文件中没有找到文字。", "如果内容是图片或扫描件，请上传带文字的原始文档（如 Word 或文字版 PDF）。");

    /// <summary>A PDF or OFD whose pages are pictures.</summary>
    public static Refusal Scanned { get; } = new("scanned-pdf", "这是扫描件，页面是图片，没有文字层。", "请上传由文字处理软件导出的 PDF 或原始 Word 文档，或先用文字识别（OCR）软件转换。");

    /// <summary>A PDF whose fonts do not say which characters their glyphs are.</summary>
    public static Refusal UnmappedFonts { get; } = new("unmapped-fonts", "PDF 的字体没有文字对照信息，读不出文字。", "请上传原始 Word 文档，或用文字处理软件重新导出 PDF。");

    /// <summary>A picture.</summary>
    public static Refusal Image { get; } = new("image", "这是图片文件，读不出文字。", "请上传图片对应的文字材料（Word、PDF 或文本），或先用文字识别（OCR）软件转换。");

    /// <summary>A RAR archive.</summary>
    public static Refusal Rar { get; } = new("rar", "不支持 RAR 压缩包。", "请解压后直接上传其中的文件，或重新压缩为 ZIP 格式。");

    /// <summary>A 7z archive.</summary>
    public static Refusal SevenZip { get; } = new("seven-zip", "不支持 7z 压缩包。", "请解压后直接上传其中的文件，或重新压缩为 ZIP 格式。");

    /// <summary>Another archive: gzip, bzip2, xz, tar.</summary>
    public static Refusal Archive { get; } = new("archive", "不支持这种压缩包。", "请解压后直接上传其中的文件，或重新压缩为 ZIP 格式。");

    /// <summary>Protected by a password or by rights management.</summary>
    public static Refusal Encrypted { get; } = new("encrypted", "文件已加密或设有密码保护，无法读取。", "请取消密码保护（另存为不加密的文件）后重新上传。");

    /// <summary>Slides.</summary>
    public static Refusal Presentation { get; } = new("presentation", "这是演示文稿，不在可读取的格式之内。", "请把内容另存为 Word 文档或 PDF 后重新上传。");

    /// <summary>A known office format that is not read, such as OpenDocument or an Office binary workbook of another kind.</summary>
    public static Refusal Unsupported { get; } = new("unsupported-format", "暂不支持这种文档格式。", "请另存为 .docx、.xlsx 或 PDF 后重新上传。");

    /// <summary>Sound, film or a program.</summary>
    public static Refusal NotADocument { get; } = new("not-a-document", "这不是文档（音频、视频或程序文件）。", "请上传文字材料（Word、PDF、Excel、网页或文本）。");

    /// <summary>Bytes of no known kind.</summary>
    public static Refusal Unknown { get; } = new("unknown-format", "无法识别文件的格式。", "请用 Word、WPS 或记事本打开原文件，另存为 .docx、PDF 或 .txt 后重新上传。");

    /// <summary>The kind is known but the bytes are broken.</summary>
    public static Refusal Damaged { get; } = new("damaged", "文件已损坏或不完整，无法读取。", "请确认原文件能正常打开，另存一份后重新上传。");

    /// <summary>Larger than <see cref="ReadingLimits.MaxBytes"/>.</summary>
    public static Refusal TooLarge { get; } = new("too-large", "文件超过了大小上限。", "请拆分成较小的文件，或去掉图片后重新上传。");

    /// <summary>Past <see cref="ReadingLimits.MaxUnpackedBytes"/> or <see cref="ReadingLimits.MaxPartBytes"/>.</summary>
    public static Refusal UnpacksTooLarge { get; } = new("unpacks-too-large", "文件解压后的内容超过了上限。", "请拆分成较小的文件后重新上传。");

    /// <summary>Past <see cref="ReadingLimits.MaxEntries"/>.</summary>
    public static Refusal TooManyEntries { get; } = new("too-many-entries", "压缩包内的文件数量超过了上限。", "请分成几个压缩包后重新上传。");

    /// <summary>Past <see cref="ReadingLimits.MaxDepth"/> or <see cref="ReadingLimits.MaxZipDepth"/>.</summary>
    public static Refusal NestedTooDeep { get; } = new("nested-too-deep", "文件内部嵌套的层数超过了上限。", "如果是压缩包中的压缩包，请解压后上传；否则请另存一份后重新上传。");

    /// <summary>Past <see cref="ReadingLimits.MaxPages"/>.</summary>
    public static Refusal TooManyPages { get; } = new("too-many-pages", "文件的页数超过了上限。", "请拆分成较小的文件后重新上传。");

    /// <summary>Past <see cref="ReadingLimits.MaxObjects"/>.</summary>
    public static Refusal TooManyObjects { get; } = new("too-many-objects", "文件的内部结构过于庞大，超过了上限。", "请拆分成较小的文件，或另存为 .docx 后重新上传。");

    /// <summary>Past <see cref="ReadingLimits.MaxCharacters"/>.</summary>
    public static Refusal TooMuchText { get; } = new("too-much-text", "文件的文字数量超过了上限。", "请拆分成较小的文件后重新上传。");

    /// <summary>Past <see cref="ReadingLimits.Time"/>.</summary>
    public static Refusal TooSlow { get; } = new("too-slow", "读取文件的时间超过了上限，已停止。", "请另存一份或拆分成较小的文件后重新上传。");

    /// <summary>XML with a document type definition, which office formats never carry and attacks do.</summary>
    public static Refusal UnsafeXml { get; } = new("unsafe-xml", "文件中含有不安全的 XML 声明（DTD），已拒绝读取。", "请用 Word、WPS 或 Excel 打开后另存一份，再重新上传。");
}
