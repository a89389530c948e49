-- One row per current article: the 27 columns of GDELT's Global Knowledge Graph 2.1, in their order.
select
    concat_ws(
        '-', document.batch, row_number() over (partition by document.batch order by document.article_id)
    ) as record_id,
    if(document.published = '', '0', document.published) as date,
    document.source_collection as source_collection_identifier,
    document.source_name as source_common_name,
    document.document as document_identifier,
    cell.counts as v1_counts,
    cell.counts_at as v2_counts,
    cell.themes as v1_themes,
    cell.themes_at as v2_enhanced_themes,
    cell.locations as v1_locations,
    cell.locations_at as v2_enhanced_locations,
    cell.persons as v1_persons,
    cell.persons_at as v2_enhanced_persons,
    cell.organizations as v1_organizations,
    cell.organizations_at as v2_enhanced_organizations,
    '' as tone,
    cell.dates_at as enhanced_dates,
    'wc:' || document.word_count as gcam,
    '' as sharing_image,
    '' as related_images,
    '' as social_image_embeds,
    '' as social_video_embeds,
    cell.quotations_at as quotations,
    cell.names_at as all_names,
    cell.amounts_at as amounts,
    '' as translation_info,
    concat(
        '<PAGE_PRECISEPUBTIMESTAMP>' || nullif(document.published, '') || '</PAGE_PRECISEPUBTIMESTAMP>',
        '<PAGE_AUTHORS>' || regexp_replace(
            replace(replace(replace(document.author_list, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'),
            '[\s\pC\p{Zl}\p{Zp}]+', ' ', 'g'
        ) || '</PAGE_AUTHORS>',
        '<PAGE_TITLE>' || case when getvariable('with_text') then regexp_replace(
            replace(replace(replace(document.title, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'),
            '[\s\pC\p{Zl}\p{Zp}]+', ' ', 'g'
        ) end || '</PAGE_TITLE>'
    ) as extras_xml
from exports.documents as document
left join exports.gkg_cells as cell using (article_id)
order by document.batch, document.article_id
