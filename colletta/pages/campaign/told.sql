-- A digest of every row from which the page of a campaign is made, but for the sums; and this instant.
SELECT encode(sha256(convert_to(concat_ws(E'\n',
    campaign::text, person::text, organisation::text, closure::text, cancellation::text,
    (SELECT string_agg(one::text, '' ORDER BY one.id)
        FROM campaigns_campaigntext one WHERE one.campaign_id = campaign.id),
    (SELECT string_agg(one::text, '' ORDER BY one.id)
        FROM campaigns_budgetline one WHERE one.campaign_id = campaign.id),
    (SELECT string_agg(one::text, '' ORDER BY one.id)
        FROM campaigns_reward one WHERE one.campaign_id = campaign.id),
    (SELECT string_agg(one::text, '' ORDER BY one.id)
        FROM campaigns_question one WHERE one.campaign_id = campaign.id),
    (SELECT string_agg(one::text, '' ORDER BY one.id)
        FROM campaigns_gallerypicture one WHERE one.campaign_id = campaign.id),
    (SELECT string_agg(one::text || size::text, '' ORDER BY size.id)
        FROM pictures_picture one JOIN pictures_picturesize size ON size.picture_id = one.id
        WHERE one.id = campaign.cover_id OR one.id IN (SELECT shown.picture_id
            FROM campaigns_gallerypicture shown WHERE shown.campaign_id = campaign.id)
            OR one.id IN (SELECT shown.picture_id FROM community_updatepicture shown
                JOIN community_update news ON news.id = shown.update_id
                WHERE news.campaign_id = campaign.id)),
    (SELECT string_agg(one::text, '' ORDER BY one.id)
        FROM community_updatepicture one JOIN community_update news ON news.id = one.update_id
        WHERE news.campaign_id = campaign.id),
    (SELECT string_agg(one::text, '' ORDER BY one.id)
        FROM community_update one WHERE one.campaign_id = campaign.id),
    (SELECT string_agg(one::text, '' ORDER BY one.id)
        FROM community_comment one WHERE one.campaign_id = campaign.id),
    -- What stands on its time line.
    (SELECT string_agg(one::text, '' ORDER BY one.id)
        FROM community_milestone one WHERE one.campaign_id = campaign.id),
    (SELECT string_agg(one.id || one.state, '' ORDER BY one.id) FROM matching_step one
        JOIN matching_match match ON match.id = one.match_id WHERE match.campaign_id = campaign.id),
    -- What its badges say of whoever commented.
    (SELECT string_agg(one.person_id || one.role, '' ORDER BY one.id)
        FROM people_membership one WHERE one.organisation_id = campaign.owner_organisation_id),
    (SELECT string_agg(DISTINCT one.person_id::text, ' ')
        FROM pledges_pledge one WHERE one.campaign_id = campaign.id AND one.show_name
            AND (one.state = 'promised' OR one.state = 'confirmed' AND one.net_minor > 0)
            AND one.person_id IN (SELECT said.person_id FROM community_comment said
                WHERE said.campaign_id = campaign.id))
), 'UTF8')), 'hex'), colletta_now()
FROM campaigns_campaign campaign
LEFT JOIN people_person person ON person.id = campaign.owner_person_id
LEFT JOIN people_organisation organisation ON organisation.id = campaign.owner_organisation_id
LEFT JOIN campaigns_closure closure ON closure.campaign_id = campaign.id
LEFT JOIN campaigns_cancellation cancellation ON cancellation.campaign_id = campaign.id
WHERE campaign.slug = %s AND campaign.state = ANY (%s)
